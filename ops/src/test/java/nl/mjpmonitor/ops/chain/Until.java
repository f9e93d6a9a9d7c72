package nl.mjpmonitor.ops.chain;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for something that becomes true by itself. */
public final class Until {

    /** Longest wait for a change to come through, crashes and restarts included. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(200);

    /** For what takes no longer than a statement. */
    private static final Duration QUICK_POLL = Duration.ofMillis(20);

    private Until() {}

    /** Something that can be asked again and again. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it is so; one that throws is not so yet. */
        boolean holds() throws Exception;
    }

    /** Repeats an assertion until it holds; after {@link #LIMIT} its last failure is the test's. */
    static void holds(ThrowingCallable assertion) throws Exception {
        repeat(LIMIT, POLL, assertion);
    }

    /** Asks again and again, at short intervals, until the condition holds. */
    public static void holds(Duration limit, Condition condition) throws Exception {
        repeat(limit, QUICK_POLL, () -> {
            if (!condition.holds()) {
                throw new AssertionError("The condition did not hold");
            }
        });
    }

    private static void repeat(Duration limit, Duration poll, ThrowingCallable assertion) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (true) {
            try {
                assertion.call();
                return;
            } catch (Throwable failure) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(
                            "Still not so after %s: %s".formatted(limit, failure.getMessage()), failure);
                }
                Thread.sleep(poll);
            }
        }
    }
}
