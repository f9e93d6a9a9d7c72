package nl.mjpmonitor.ops.launcher;

import java.util.ArrayList;
import java.util.List;

/** The threads that keep a running stack in order, until all of them are stopped. Safe for use by several threads. */
final class Keepers {

    /** What a keeper does, over and over, until it is interrupted. */
    @FunctionalInterface
    interface Duty {
        void keep() throws InterruptedException;
    }

    private final List<Thread> threads = new ArrayList<>();
    private boolean isStopped;

    /** Has a thread of this name take up a duty; nothing once they are stopped. */
    synchronized void start(String name, Duty duty) {
        if (!isStopped) {
            threads.add(Thread.ofVirtual().name(name).start(() -> {
                try {
                    duty.keep();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    /** Interrupts all of them, and does not wait for their end. */
    synchronized void stop() {
        isStopped = true;
        threads.forEach(Thread::interrupt);
    }
}
