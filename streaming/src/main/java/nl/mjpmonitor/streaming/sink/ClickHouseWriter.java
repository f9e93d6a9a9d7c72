package nl.mjpmonitor.streaming.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buffers the rows of one table and writes them when the batch is full, when its oldest row has waited as its {@link FlushPolicy} says, and before
 * each checkpoint. A failing write is tried again with growing pauses; after the last attempt the task fails, and the job
 * restarts from its checkpoint and offers the same rows again. Nothing is dropped.
 *
 * <p>Metrics: {@code rowsWritten}, {@code batchesWritten}, {@code writeRetries}, {@code lastWriteMillis}.
 */
final class ClickHouseWriter<R extends WarehouseRow> implements SinkWriter<R> {

    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseWriter.class);

    private final WarehouseTable table;
    private final RowDestination destination;
    private final FlushPolicy policy;
    private final ProcessingTimeService clock;
    private final Counter rowsWritten;
    private final Counter batchesWritten;
    private final Counter retries;

    private final List<R> batch = new ArrayList<>();
    private final LongSupplier nanos;
    private long batchNumber;
    private long lastWriteBegan;
    private Duration lastWrite = Duration.ZERO;

    ClickHouseWriter(
            WarehouseTable table,
            RowDestination destination,
            FlushPolicy policy,
            ProcessingTimeService clock,
            LongSupplier nanos,
            MetricGroup metrics) {
        this.table = table;
        this.destination = destination;
        this.policy = policy;
        this.clock = clock;
        this.nanos = nanos;
        this.rowsWritten = metrics.counter("rowsWritten");
        this.batchesWritten = metrics.counter("batchesWritten");
        this.retries = metrics.counter("writeRetries");
        metrics.gauge("lastWriteMillis", () -> lastWrite.toMillis());
    }

    @Override
    public void write(R row, Context context) throws IOException, InterruptedException {
        batch.add(row);
        if (batch.size() >= policy.mostRows()) {
            writeBatch();
        } else if (batch.size() == 1) {
            long started = batchNumber;
            Duration wait = policy.waitAfter(Duration.ofNanos(nanos.getAsLong() - lastWriteBegan), lastWrite);
            // a failure in the timer fails the task by itself; the future is only for cancelling
            var unused = clock.registerTimer(
                    clock.getCurrentProcessingTime() + wait.toMillis(), time -> writeIfWaiting(started));
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writeBatch();
    }

    @Override
    public void close() {
        destination.close();
    }

    private void writeIfWaiting(long started) throws IOException, InterruptedException {
        if (started == batchNumber) {
            writeBatch();
        }
    }

    private void writeBatch() throws IOException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        for (int attempt = 1; !tryWrite(attempt); attempt++) {
            Duration pause = policy.pauseAfter(attempt);
            retries.inc();
            Thread.sleep(pause.toMillis());
        }
        rowsWritten.inc(batch.size());
        batchesWritten.inc();
        batch.clear();
        batchNumber++;
    }

    private boolean tryWrite(int attempt) throws IOException {
        lastWriteBegan = nanos.getAsLong();
        try {
            destination.write(table, batch);
            lastWrite = Duration.ofNanos(nanos.getAsLong() - lastWriteBegan);
            return true;
        } catch (IOException failure) {
            if (attempt >= policy.attempts()) {
                throw new IOException(
                        batch.size() + " rows of " + table.qualifiedName() + " could not be written in " + attempt
                                + " attempts; the job restarts from its checkpoint",
                        failure);
            }
            LOG.warn(
                    "Attempt {} to write {} rows of {} failed: {}",
                    attempt,
                    batch.size(),
                    table.qualifiedName(),
                    failure.getMessage());
            return false;
        }
    }
}
