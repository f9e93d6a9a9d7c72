package nl.mjpmonitor.streaming.sink;

import java.io.IOException;
import java.util.List;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import nl.mjpmonitor.warehouse.rows.WarehouseWriter;

/**
 * Writes to ClickHouse. User and password come from the environment of the process the task runs in, so that they are neither
 * in the job graph nor in a checkpoint.
 */
public final class ClickHouseDestination implements RowDestination {

    /** Environment variable that holds the user. */
    public static final String USER_VARIABLE = "CLICKHOUSE_USER";

    /** Environment variable that holds the password. */
    public static final String PASSWORD_VARIABLE = "CLICKHOUSE_PASSWORD";

    private final WarehouseConnection connection;
    private final WarehouseWriter writer;

    private ClickHouseDestination(WarehouseConnection connection) {
        this.connection = connection;
        this.writer = new WarehouseWriter(connection);
    }

    /**
     * An opener for the ClickHouse at a URL.
     *
     * @param url {@code jdbc:clickhouse://host:port} or {@code http://host:port}
     */
    public static Opener at(String url) {
        return () -> new ClickHouseDestination(connect(url));
    }

    /** A connection of the account in the environment to the ClickHouse at a URL. */
    public static WarehouseConnection connect(String url) {
        return WarehouseConnection.open(url, variable(USER_VARIABLE, "default"), variable(PASSWORD_VARIABLE, ""));
    }

    @Override
    public void write(WarehouseTable table, List<? extends WarehouseRow> rows) throws IOException {
        try {
            writer.write(table, rows);
        } catch (WarehouseException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }
}
