package nl.mjpmonitor.warehouse.thresholds;

import java.time.Instant;
import java.util.Optional;

/**
 * A threshold that a person changed.
 *
 * @param key of the {@link Threshold}
 * @param value what it is from then on; empty when it is the usual one again
 * @param changedAt the moment from which the stream judges by it, in milliseconds
 * @param changedBy role of who changed it
 * @param reason why; may be empty
 */
public record ThresholdChange(
        String key, Optional<Integer> value, Instant changedAt, String changedBy, String reason) {}
