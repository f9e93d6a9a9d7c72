package nl.mjpmonitor.ingest.capture;

import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's task of PostgreSQL, but for how it knows what it may let the source forget.
 *
 * <p>Debezium reads its offset back from Kafka after each transaction, because in general a record is written before its offset is.
 * Here a transaction holds what one poll gave and the offset of the last of it ({@code exactly.once.support=required},
 * {@code transaction.boundary=poll}). Connect names each record of a transaction once that was committed; then the last of a poll has the
 * offset that a restart would find.
 *
 * @see <a href="../../../../../../../../docs/decisions/0049-connect-has-its-connectors-on-its-class-path.md">decision 0049</a>
 */
public final class CaptureTask extends PostgresConnectorTask {

    private final NewestCommitted position = new NewestCommitted();

    @Override
    public List<SourceRecord> doPoll() throws InterruptedException {
        List<SourceRecord> records = super.doPoll();
        position.polled(records);
        return records;
    }

    /** Debezium keeps the offset of each here, for tasks that do not read it back. */
    @Override
    public void commitRecord(SourceRecord record, @Nullable RecordMetadata metadata) {
        position.committed(record);
    }

    /** Called before the poll that follows a transaction, and when the task stops, also because Kafka did not take its records. */
    @Override
    public void performCommit() {
        if (coordinator != null) {
            position.record()
                    .ifPresent(record -> coordinator.commitOffset(record.sourcePartition(), record.sourceOffset()));
        }
    }
}
