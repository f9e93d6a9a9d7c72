package nl.mjpmonitor.streaming.change;

import java.time.Instant;

/**
 * A sign of how far a source system has been heard: a change or a heartbeat.
 *
 * @param system source system
 * @param sourceAt moment by the source's clock
 * @param knownAt moment the warehouse took the sign in
 */
public record SourceProgress(String system, Instant sourceAt, Instant knownAt) {

    /** A clock that runs ahead does not make the warehouse fresher than the moment it took the sign in. */
    public SourceProgress {
        if (sourceAt.isAfter(knownAt)) {
            sourceAt = knownAt;
        }
    }
}
