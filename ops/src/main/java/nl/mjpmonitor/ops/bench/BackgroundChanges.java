package nl.mjpmonitor.ops.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.mjpmonitor.ops.launcher.Stack;
import org.jspecify.annotations.Nullable;

/** Changes at a steady pace, each in a transaction of its own, until closed. */
final class BackgroundChanges implements AutoCloseable {

    private static final int MOST_A_CONNECTION = 50;

    private final AtomicLong made = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final long begun = System.nanoTime();
    private volatile boolean isStopped;
    private volatile @Nullable SQLException failure;

    private BackgroundChanges() {}

    /**
     * Begins.
     *
     * @param firstRow key of the first of the registrations that are changed
     * @param rows how many follow it
     * @param perSecond of all connections together
     */
    static BackgroundChanges start(Stack stack, long firstRow, int rows, int perSecond) {
        BackgroundChanges changes = new BackgroundChanges();
        int connections = Math.ceilDiv(perSecond, MOST_A_CONNECTION);
        for (int number = 0; number < connections; number++) {
            int mine = number;
            changes.threads.add(Thread.ofPlatform()
                    .name("background-" + number)
                    .start(() -> changes.work(stack, firstRow, rows, mine, connections, perSecond)));
        }
        return changes;
    }

    /** Changes per second that were really made, since the beginning. */
    double rate() {
        return made.get() / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    /** @throws IllegalStateException when the changes ended before they were told to */
    @Override
    public void close() {
        isStopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("Changes could not be made", failure);
        }
    }

    private void work(Stack stack, long firstRow, int rows, int first, int connections, int perSecond) {
        try (Connection source = stack.source(RegistrationLoad.SYSTEM);
                PreparedStatement change = source.prepareStatement(
                        "UPDATE politie.registration SET registration_count = registration_count + 1"
                                + " WHERE registration_id = ?")) {
            for (long number = first; !isStopped; number += connections) {
                long due = begun + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                change.setLong(1, firstRow + number % rows);
                change.executeUpdate();
                made.incrementAndGet();
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
