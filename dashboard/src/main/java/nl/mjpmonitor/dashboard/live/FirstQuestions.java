package nl.mjpmonitor.dashboard.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the first question of each page that opens. It does not wait for the poller, which may have many open pages to bring up to date
 * when something changed.
 */
@FunctionalInterface
interface FirstQuestions extends Executor {

    /**
     * Waits until no page waits for its first figures, but not longer than this. Who reads anew a page that shows figures already lets
     * those go first that show none.
     */
    default void letPass(Duration longest) {}

    /** Several at a time, each in a thread of its own; more would only slow one another down. */
    static FirstQuestions atOnce(int number) {
        return new AtOnce(number);
    }

    /** Has a number of places, given in the order in which they are asked for. */
    final class AtOnce implements FirstQuestions {

        private final Semaphore places;
        private final Lock lock = new ReentrantLock();
        private final Condition isCalm = lock.newCondition();
        private int unanswered;

        private AtOnce(int number) {
            this.places = new Semaphore(number, true);
        }

        @Override
        public void execute(Runnable question) {
            count(1);
            Thread.ofVirtual().name("first-question").start(() -> {
                places.acquireUninterruptibly();
                try {
                    question.run();
                } finally {
                    places.release();
                    count(-1);
                }
            });
        }

        @Override
        public void letPass(Duration longest) {
            lock.lock();
            try {
                long left = longest.toNanos();
                while (unanswered > 0 && left > 0) {
                    left = isCalm.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }

        private void count(int more) {
            lock.lock();
            try {
                unanswered += more;
                if (unanswered == 0) {
                    isCalm.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
