package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that keep a running stack in order, until all of them are stopped. One that ends for a reason it did not foresee, such as a
 * lack of memory, takes up its duty again. Safe for use by several threads.
 */
final class Keepers {

    /** What a keeper does, over and over, until it is interrupted. */
    @FunctionalInterface
    interface Duty {
        void keep() throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final Duration rest;
    private final List<Thread> threads = new ArrayList<>();
    private boolean isStopped;

    Keepers() {
        this(REST);
    }

    /** @param rest before a duty is taken up again */
    Keepers(Duration rest) {
        this.rest = rest;
    }

    /** Has a thread of this name take up a duty; nothing once they are stopped. */
    synchronized void start(String name, Duty duty) {
        if (!isStopped) {
            threads.add(Thread.ofVirtual().name(name).start(() -> {
                try {
                    while (!isKept(name, duty)) {
                        Thread.sleep(rest);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    /** Keeps to a duty until its end; false when something unforeseen ended it. */
    private static boolean isKept(String name, Duty duty) throws InterruptedException {
        try {
            duty.keep();
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("The keeper of {} begins again after something unforeseen", name, e);
            return false;
        }
    }

    /** Interrupts all of them, and does not wait for their end. */
    synchronized void stop() {
        isStopped = true;
        threads.forEach(Thread::interrupt);
    }
}
