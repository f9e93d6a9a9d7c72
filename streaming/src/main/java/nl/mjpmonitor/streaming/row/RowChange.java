package nl.mjpmonitor.streaming.row;

import java.time.Instant;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A change together with the row it replaced: all that is needed to retract what the previous row stood for.
 *
 * @param system source system
 * @param table table in that system, without schema
 * @param key primary key as JSON
 * @param operation what happened
 * @param version orders the changes of this key
 * @param previousRow the row before the change as JSON; null when there was none
 * @param currentRow the complete row after the change as JSON; null when it was deleted
 * @param sourceAt commit time by the source's clock
 * @param knownAt moment the warehouse took the change in
 * @param topic Kafka topic of the event
 * @param partition Kafka partition of the event
 * @param offset Kafka offset of the event
 */
public record RowChange(
        String system,
        String table,
        String key,
        Operation operation,
        ChangeVersion version,
        @Nullable String previousRow,
        @Nullable String currentRow,
        Instant sourceAt,
        Instant knownAt,
        String topic,
        int partition,
        long offset) {}
