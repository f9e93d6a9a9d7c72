package nl.mjpmonitor.ops.chain;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for something that becomes true by itself. */
final class Until {

    /** Longest wait for a change to come through, crashes and restarts included. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(200);

    private Until() {}

    /** Repeats an assertion until it holds; after {@link #LIMIT} its last failure is the test's. */
    static void holds(ThrowingCallable assertion) throws Exception {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            try {
                assertion.call();
                return;
            } catch (Throwable failure) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(
                            "Still not so after %s: %s".formatted(LIMIT, failure.getMessage()), failure);
                }
                Thread.sleep(POLL);
            }
        }
    }
}
