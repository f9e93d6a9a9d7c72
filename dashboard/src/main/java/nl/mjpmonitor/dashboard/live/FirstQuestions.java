package nl.mjpmonitor.dashboard.live;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Runs the first question of each page that opens. It does not wait for the poller, which may have many open pages to bring up to date
 * when something changed.
 */
@FunctionalInterface
interface FirstQuestions extends Executor {

    /** Several at a time, each in a thread of its own; more would only slow one another down. */
    static FirstQuestions atOnce(int number) {
        Semaphore places = new Semaphore(number, true);
        return question -> Thread.ofVirtual().name("first-question").start(() -> {
            places.acquireUninterruptibly();
            try {
                question.run();
            } finally {
                places.release();
            }
        });
    }
}
