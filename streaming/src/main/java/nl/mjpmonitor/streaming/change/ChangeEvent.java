package nl.mjpmonitor.streaming.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one source row that kept its contract.
 *
 * @param system source system
 * @param table table in that system, without schema
 * @param key primary key as JSON, columns in the contract's order
 * @param operation what happened
 * @param row the row after the change as JSON, contract columns only and in the contract's order; null for a delete and for
 *     a rejected change
 * @param version orders the changes of this key
 * @param sourceAt commit time by the source's clock
 * @param knownAt moment the warehouse took the change in
 * @param topic Kafka topic of the event
 * @param partition Kafka partition of the event
 * @param offset Kafka offset of the event
 * @param unchangedColumns columns that the source left out because they did not change (TOAST); {@code row} holds
 *     placeholders there, and keeps its contract only after they are restored
 * @param original the record as it was read; only there when {@code unchangedColumns} is not empty
 */
public record ChangeEvent(
        String system,
        String table,
        String key,
        Operation operation,
        @Nullable String row,
        ChangeVersion version,
        Instant sourceAt,
        Instant knownAt,
        String topic,
        int partition,
        long offset,
        List<String> unchangedColumns,
        @Nullable ConsumedRecord original) {

    /** System, table and key in one string, to partition by. */
    public String rowKey() {
        return system + '.' + table + ' ' + key;
    }

    /** Its place among the changes of its key, when it is rejected itself. */
    ChangeEvent rejected() {
        return new ChangeEvent(
                system,
                table,
                key,
                Operation.REJECTED,
                null,
                version,
                sourceAt,
                knownAt,
                topic,
                partition,
                offset,
                List.of(),
                null);
    }
}
