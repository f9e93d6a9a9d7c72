package nl.mjpmonitor.streaming.sink;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;

/** Takes batches of rows for good. Writing a batch twice, or one that failed half-way, must be the same as writing it once. */
public interface RowDestination extends AutoCloseable {

    /** Opens destinations where the job runs; travels to the task. */
    @FunctionalInterface
    interface Opener extends Serializable {

        /** Opens a destination; must not need it to be reachable yet. */
        RowDestination open();
    }

    /**
     * Writes all rows; when this returns they are stored.
     *
     * @throws IOException when they may not all be stored
     */
    void write(WarehouseTable table, List<? extends WarehouseRow> rows) throws IOException;

    @Override
    void close();
}
