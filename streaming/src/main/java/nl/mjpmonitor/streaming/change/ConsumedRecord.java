package nl.mjpmonitor.streaming.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it was read, bytes untouched, so that a rejected one can be sent again exactly as it came.
 *
 * <p>Two records are the same when topic, partition and offset are; the generated {@code equals} compares the arrays by
 * identity and is not used.
 *
 * @param topic topic it was read from
 * @param partition partition it was read from
 * @param offset offset in that partition
 * @param knownAt the broker's append time: the moment the warehouse took it in, the same however often it is read
 * @param key key bytes, null when the record has none
 * @param value value bytes, null for a tombstone
 * @param headers headers in their order
 */
@SuppressWarnings("ArrayRecordComponent")
public record ConsumedRecord(
        String topic,
        int partition,
        long offset,
        Instant knownAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    /**
     * One header.
     *
     * @param name its name
     * @param value its bytes, null when it has none
     */
    public record Header(String name, byte @Nullable [] value) {}

    /** The last header of this name, null when there is none or it has no value. */
    byte @Nullable [] header(String name) {
        byte[] found = null;
        for (Header header : headers) {
            if (header.name().equals(name)) {
                found = header.value();
            }
        }
        return found;
    }
}
