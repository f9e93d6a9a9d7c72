package nl.mjpmonitor.ingest.capture;

import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's task of PostgreSQL, but for how it knows what it may let the source forget.
 *
 * <p>Debezium reads its offset back from Kafka after each transaction, because in general a record is written before its offset is.
 * Here a transaction holds what one poll gave and the offset of the last of it ({@code exactly.once.support=required},
 * {@code transaction.boundary=poll}). So once Connect tells of a transaction that was committed, the newest record it was given has the
 * offset that a restart would find.
 *
 * @see <a href="../../../../../../../../docs/decisions/0049-connect-has-its-connectors-on-its-class-path.md">decision 0049</a>
 */
public final class CaptureTask extends PostgresConnectorTask {

    private @Nullable SourceRecord newest;

    @Override
    public List<SourceRecord> doPoll() throws InterruptedException {
        List<SourceRecord> records = super.doPoll();
        if (!records.isEmpty()) {
            newest = records.get(records.size() - 1);
        }
        return records;
    }

    /** Called before the poll that follows a transaction, by the same thread. */
    @Override
    public void performCommit() {
        if (coordinator != null && newest != null) {
            coordinator.commitOffset(newest.sourcePartition(), newest.sourceOffset());
        }
    }
}
