package nl.mjpmonitor.warehouse.rows;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import java.util.List;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * Writes batches of rows, each in one insert.
 *
 * <p>Writing is idempotent: the tables replace rows by version, so a batch that failed may be written again as a whole,
 * and so may one that arrived. Retrying is the caller's. Safe for use by many threads.
 */
public final class WarehouseWriter {

    private final WarehouseConnection connection;

    public WarehouseWriter(WarehouseConnection connection) {
        this.connection = connection;
    }

    /**
     * Writes all rows; when this returns they are stored.
     *
     * @throws IllegalArgumentException when a row belongs to another table
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse refuses or cannot be reached; it names the table
     *     and the cause, never a value
     */
    public void write(WarehouseTable table, List<? extends WarehouseRow> rows) {
        for (WarehouseRow row : rows) {
            if (row.table() != table) {
                throw new IllegalArgumentException("A row of " + row.table() + " was offered to " + table);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        connection.insertRowBinary(table.qualifiedName(), RowEncoding.columns(table), output -> {
            RowBinaryFormatSerializer serializer = new RowBinaryFormatSerializer(output);
            for (WarehouseRow row : rows) {
                RowEncoding.write(row, serializer, output);
            }
        });
    }
}
