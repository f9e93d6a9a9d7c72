package nl.mjpmonitor.warehouse.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.ShadowTable;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the tables of reference data whose rows changed, each as a whole and in one statement. Loading twice is loading
 * once: what was loaded stands in {@code control.reference} with its checksum.
 */
final class ReferenceLoad {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoad.class);

    private final WarehouseConnection connection;
    private final MigrationLock lock;

    ReferenceLoad(WarehouseConnection connection, MigrationLock lock) {
        this.connection = connection;
        this.lock = lock;
    }

    void load(List<ReferenceTable> tables) {
        for (ReferenceTable table : tables) {
            if (!isLoaded(table)) {
                lock.confirm();
                replace(table);
                record(table);
                LOG.info("Loaded the reference data of {}", table.name());
            }
        }
    }

    private boolean isLoaded(ReferenceTable table) {
        return connection
                .query(
                        "Query of the loaded reference data",
                        "SELECT argMax(checksum, loaded_at) AS checksum FROM control.reference"
                                + " WHERE table_name = {table:String} GROUP BY table_name",
                        Map.of("table", table.name()),
                        row -> row.getString("checksum"))
                .contains(table.checksum());
    }

    private void replace(ReferenceTable table) {
        try (ShadowTable shadow = ShadowTable.of(connection, table.name())) {
            byte[] rows = table.lines().getBytes(StandardCharsets.UTF_8);
            connection.insertJson(shadow.name(), table.columns(), output -> output.write(rows));
            shadow.exchange();
        }
    }

    private void record(ReferenceTable table) {
        connection.execute(
                "Record of the reference data of " + table.name(),
                "INSERT INTO control.reference (table_name, checksum, loaded_at)"
                        + " SELECT {table:String}, {checksum:String}, now64(3, 'UTC')",
                Map.of("table", table.name(), "checksum", table.checksum()));
    }
}
