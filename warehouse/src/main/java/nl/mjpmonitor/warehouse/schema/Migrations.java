package nl.mjpmonitor.warehouse.schema;

import java.util.List;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** Brings the ClickHouse databases to the schema of this version. */
public final class Migrations {

    private final WarehouseConnection connection;

    public Migrations(WarehouseConnection connection) {
        this.connection = connection;
    }

    /**
     * Applies what has not been applied yet; does nothing when all has been. Appliers wait for each other.
     *
     * @return the names of the files applied now, in order
     * @throws MigrationException when an applied file was changed or is missing, or one cannot be applied; it names the
     *     file and says what to do
     */
    public List<String> apply() {
        if (connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }
}
