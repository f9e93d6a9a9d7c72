package nl.mjpmonitor.streaming.sink;

import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes rows of one table in batches, at least once: every row that reached the sink before a checkpoint is stored before that
 * checkpoint completes. The rows carry their own key and version, so writing one again changes nothing.
 *
 * @param <R> row type of the table
 */
public final class ClickHouseSink<R extends WarehouseRow> implements Sink<R> {

    private static final long serialVersionUID = 1L;

    private final WarehouseTable table;
    private final RowDestination.Opener opener;
    private final FlushPolicy policy;

    public ClickHouseSink(WarehouseTable table, RowDestination.Opener opener, FlushPolicy policy) {
        this.table = table;
        this.opener = opener;
        this.policy = policy;
    }

    @Override
    public SinkWriter<R> createWriter(WriterInitContext context) {
        return new ClickHouseWriter<>(
                table,
                opener.open(),
                policy,
                context.getProcessingTimeService(),
                System::nanoTime,
                context.metricGroup());
    }
}
