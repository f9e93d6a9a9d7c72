package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;

/**
 * An event that the stream refused.
 *
 * @param position where it stands in Kafka
 * @param reason short machine-readable reason
 * @param detail sentence that says what is wrong
 * @param sourceSystem system it came from; empty when that cannot be told
 * @param sourceTable table it came from; empty when that cannot be told
 * @param key its key as text
 * @param payload its value as text
 * @param knownAt moment the warehouse took it in
 * @param state what was done with it
 * @param stateNote why; empty while new
 */
public record RejectedEvent(
        EventPosition position,
        String reason,
        String detail,
        String sourceSystem,
        String sourceTable,
        String key,
        String payload,
        Instant knownAt,
        RejectedEventState state,
        String stateNote) {}
