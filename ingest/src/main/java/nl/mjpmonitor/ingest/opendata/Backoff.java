package nl.mjpmonitor.ingest.opendata;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before trying again: twice as long each time, up to a limit, and never quite the same. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    /** A service that asks for more is asked again after this. */
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }

    /**
     * Counts a failure and says how long to wait.
     *
     * @param asked how long the service asks to wait; heeded when longer than the own choice, up to an hour
     */
    Duration next(Optional<Duration> asked) {
        long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        // overflow shows as a negative number
        long capped = doubled < 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        // up to a fifth less, so that several tasks do not come back at once
        Duration own = Duration.ofMillis(capped - (capped < 5 ? 0 : random.nextLong(capped / 5)));
        Duration wish = asked.filter(longer -> longer.compareTo(own) > 0).orElse(own);
        return wish.compareTo(own) > 0 && wish.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : wish;
    }
}
