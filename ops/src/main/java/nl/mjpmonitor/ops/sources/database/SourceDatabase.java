package nl.mjpmonitor.ops.sources.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.SourceSystem;
import org.postgresql.PGConnection;

/** Puts the schema of a source system, and once its data, into its database. */
public final class SourceDatabase {
    /** What fills a system. */
    @FunctionalInterface
    public interface Filling {
        /** Does it, or throws so that nothing of it remains. */
        void run() throws SQLException;
    }

    @FunctionalInterface
    private interface Transaction {
        boolean run() throws SQLException;
    }

    private SourceDatabase() {}

    /**
     * Runs a system's schema script, gives the replication role what the publication lists and nothing else, and sets its
     * password; all in one transaction.
     *
     * @param schemaScript creates what is missing, the publication among it, and may run as often as you like
     * @throws IllegalArgumentException if the password is blank
     */
    public static void createSchema(Connection connection, String schemaScript, String replicationPassword)
            throws SQLException {
        if (replicationPassword.isBlank()) {
            throw new IllegalArgumentException(
                    "The password of " + SourceSystem.REPLICATION_ROLE + " is blank; give it one.");
        }
        inTransaction(connection, () -> {
            execute(connection, schemaScript);
            execute(connection, SourceResource.text(SourceDatabase.class, "replication-role.sql"));
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(
                            SourceSystem.REPLICATION_ROLE, replicationPassword.toCharArray(), "scram-sha-256");
            return true;
        });
    }

    /**
     * Does the filling in one transaction if a table has no rows yet.
     *
     * @param table schema-qualified; a second filler waits for the first and then finds rows
     * @return whether it filled
     */
    public static boolean fillOnce(Connection connection, String table, Filling filling) throws SQLException {
        boolean isFilled = inTransaction(connection, () -> {
            execute(connection, "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
            boolean isEmpty = isEmpty(connection, table);
            if (isEmpty) {
                filling.run();
            }
            return isEmpty;
        });
        if (isFilled) {
            execute(connection, "ANALYZE");
        }
        return isFilled;
    }

    private static boolean isEmpty(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM " + table + ")")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean inTransaction(Connection connection, Transaction transaction) throws SQLException {
        boolean wasAutoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean result;
        try {
            result = transaction.run();
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, wasAutoCommit, failure);
            throw failure;
        }
        connection.setAutoCommit(wasAutoCommit);
        return result;
    }

    private static void rollBack(Connection connection, boolean wasAutoCommit, Exception failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(wasAutoCommit);
        } catch (SQLException unreachable) {
            failure.addSuppressed(unreachable);
        }
    }
}
