package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to wait before a component that died is started again: not at all the first time, then twice as long each time, and not for
 * ever. A component that ran well for a while has its earlier deaths forgiven. Not safe for use by several threads.
 */
final class Backoff {

    static final int LIMIT = 7;
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(15);

    /** Who was up for so long does not die of what it was started with. */
    static final Duration CALM = Duration.ofSeconds(10);

    private int deaths;

    /**
     * Counts a death.
     *
     * @param healthySince when the process that died had become healthy, if it ever had
     * @return the wait before the next try, or nothing when it has died too often
     */
    Optional<Duration> died(Instant now, Optional<Instant> healthySince) {
        if (healthySince.isPresent()
                && Duration.between(healthySince.get(), now).compareTo(CALM) >= 0) {
            deaths = 0;
        }
        deaths++;
        if (deaths > LIMIT) {
            return Optional.empty();
        }
        if (deaths == 1) {
            return Optional.of(Duration.ZERO);
        }
        Duration wait = FIRST.multipliedBy(1L << (deaths - 2));
        return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    int deaths() {
        return deaths;
    }
}
