package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers how far the log of a database server had been written at some moments, and so for how long log waits to be read. A server
 * knows how many bytes wait, and not since when.
 */
final class WrittenLog {

    private record Sample(Instant at, long position) {}

    /** At one sample every few seconds that is some hours; beyond that only the order of magnitude matters. */
    private static final int MOST = 4_096;

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Remembers a position; one that is not newer says nothing. */
    void add(Instant at, long position) {
        Sample newest = samples.peekLast();
        if (newest != null && position < newest.position()) {
            // another server, or one that was set back
            samples.clear();
        }
        if (newest == null || position != newest.position()) {
            samples.addLast(new Sample(at, position));
        }
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    /** For how long log after this position has been waiting, as far as it was seen; zero when none does. */
    Duration waiting(long confirmed, Instant now) {
        return samples.stream()
                .filter(sample -> sample.position() > confirmed)
                .findFirst()
                .map(sample -> Duration.between(sample.at(), now))
                .orElse(Duration.ZERO);
    }
}
