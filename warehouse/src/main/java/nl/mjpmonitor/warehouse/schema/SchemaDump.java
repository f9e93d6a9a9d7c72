package nl.mjpmonitor.warehouse.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * The schema as the engine has it after all migrations, for {@code schema.sql}: what a reviewer reads to see what the
 * migrations add up to.
 */
final class SchemaDump {

    private SchemaDump() {}

    /** First line of the dump of these files; another line means that the dump is stale. */
    static String fingerprint(List<MigrationFile> files) {
        String all = files.stream().map(MigrationFile::checksum).collect(Collectors.joining("\n"));
        return "-- Generated from " + files.size() + " migrations, fingerprint "
                + new MigrationFile("", all, "").checksum();
    }

    /** The whole dump, ending with a line feed. */
    static String of(WarehouseConnection connection, List<MigrationFile> files) {
        List<String> statements =
                connection.query("Query of the schema", """
                SELECT formatQuery(create_table_query) AS statement
                FROM system.tables
                WHERE database IN ('raw', 'core', 'mart', 'control') AND NOT startsWith(name, 'migration_lock_') AND NOT endsWith(name, '_shadow')
                ORDER BY indexOf(['raw', 'core', 'mart', 'control'], database), name""", Map.of(), row -> row.getString("statement"));
        return fingerprint(files) + "\n-- Do not edit: README.md says how to generate it anew.\n\n"
                + String.join(";\n\n", statements) + ";\n";
    }
}
