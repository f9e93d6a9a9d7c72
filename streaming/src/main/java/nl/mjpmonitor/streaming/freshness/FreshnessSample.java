package nl.mjpmonitor.streaming.freshness;

import java.time.Instant;

/**
 * What is kept of a source between two rows of freshness.
 *
 * @param newestSourceAt newest moment by the source's clock that was written
 * @param lastSecond newest second, by append time, of which a sign was written
 */
public record FreshnessSample(Instant newestSourceAt, long lastSecond) {

    static final FreshnessSample NONE = new FreshnessSample(Instant.EPOCH, Long.MIN_VALUE);
}
