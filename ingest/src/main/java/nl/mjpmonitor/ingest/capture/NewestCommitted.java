package nl.mjpmonitor.ingest.capture;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The newest record of a task that is in Kafka for good, together with its offset. A transaction holds what one poll gave, so that is the
 * last record of a poll; when a task ends halfway through one it may be the last of an earlier poll.
 */
final class NewestCommitted {

    private @Nullable SourceRecord newest;
    private @Nullable SourceRecord committed;

    /** These are on their way, the newest last. */
    void polled(List<SourceRecord> records) {
        if (!records.isEmpty()) {
            newest = records.get(records.size() - 1);
        }
    }

    /** The transaction that this record was in has been committed. */
    void committed(SourceRecord record) {
        if (record.equals(newest)) {
            committed = record;
        }
    }

    /** Empty until there was a transaction. */
    Optional<SourceRecord> record() {
        return Optional.ofNullable(committed);
    }
}
