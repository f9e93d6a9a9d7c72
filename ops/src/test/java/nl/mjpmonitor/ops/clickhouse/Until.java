package nl.mjpmonitor.ops.clickhouse;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition with a deadline. */
final class Until {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Until() {}

    /** Asks again and again until the condition holds; one that throws does not hold yet. */
    static void holds(Duration limit, Condition condition) {
        Instant deadline = Instant.now().plus(limit);
        Exception last = null;
        while (Instant.now().isBefore(deadline)) {
            try {
                if (condition.holds()) {
                    return;
                }
                last = null;
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        throw new AssertionError("The condition did not hold within " + limit, last);
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
