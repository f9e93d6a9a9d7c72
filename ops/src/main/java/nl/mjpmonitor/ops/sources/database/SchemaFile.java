package nl.mjpmonitor.ops.sources.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import nl.mjpmonitor.ops.sources.SourceResource;

/**
 * The schema of a source system: the foundation that all of them have, and what its own {@code schema.sql} adds.
 *
 * @param schema name of the PostgreSQL schema
 * @param script both in one; it creates what is missing and may run as often as you like
 */
public record SchemaFile(String schema, String script) {
    private static final Pattern NAME = Pattern.compile("[a-z]+");

    /**
     * The schema whose {@code schema.sql} lies beside a class.
     *
     * @throws IllegalArgumentException if the name is not one of plain letters, which alone need no quotes
     * @throws IllegalStateException if there is no such resource
     */
    public static SchemaFile beside(Class<?> owner, String schema) {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "a schema cannot be named '" + schema + "'; use lower case letters only");
        }
        String foundation =
                SourceResource.text(SchemaFile.class, "foundation.sql").replace("{schema}", schema);
        return new SchemaFile(schema, foundation + SourceResource.text(owner, "schema.sql"));
    }

    /**
     * Puts it into a database, with the replication role; all in one transaction.
     *
     * @throws IllegalArgumentException if the password is blank
     */
    public void createIn(Connection connection, String replicationPassword) throws SQLException {
        SourceDatabase.createSchema(connection, script, replicationPassword);
    }
}
