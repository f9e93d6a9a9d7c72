package nl.mjpmonitor.dashboard.progress;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/**
 * The one line in which the making of files waits, whoever asks for them: pages, editions, the interface and open data. Who comes first is
 * served first. The work is done on behalf of who asked for it, in threads of a lower standing than those that answer the screen.
 */
public final class Turns implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    private final int longestLine;
    private final ThreadPoolExecutor makers;
    private final ThreadLocal<Boolean> isMaker = ThreadLocal.withInitial(() -> false);

    /** What waits and what is being done, in the order of coming. */
    private final Map<Object, Turn<?>> line = new LinkedHashMap<>();

    /**
     * @param atOnce how much is done at once
     * @param longestLine how many may wait or be busy at most
     * @throws IllegalArgumentException when nobody would ever get a turn
     */
    public Turns(int atOnce, int longestLine) {
        if (atOnce < 1 || longestLine < atOnce) {
            throw new IllegalArgumentException(
                    "mjp.files.at-once must be 1 or more, and mjp.files.longest-line no less: " + atOnce + ", "
                            + longestLine);
        }
        this.longestLine = longestLine;
        this.makers = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                making -> Thread.ofPlatform().daemon().name("files-", 0).unstarted(() -> {
                    LowStanding.ofThisThread();
                    isMaker.set(true);
                    making.run();
                }));
        makers.allowCoreThreadTimeOut(true);
    }

    /**
     * Lets work wait for its turn. It is done in the name of the reader of this thread.
     *
     * @param what the work: who asks for an equal one while it waits or is being done, gets the same turn
     * @throws LineFullException when too many wait already
     */
    public <T> Turn<T> enter(Object what, Callable<T> work) {
        Turn<T> own = new Turn<>(this, new DelegatingSecurityContextCallable<>(work));
        synchronized (this) {
            Turn<?> same = line.get(what);
            if (same != null) {
                @SuppressWarnings("unchecked") // equal work has equal results
                Turn<T> theirs = (Turn<T>) same;
                return theirs;
            }
            // whoever has a turn already does not wait for another one
            if (!isMaker.get()) {
                if (line.size() >= longestLine) {
                    throw new LineFullException(line.size());
                }
                line.put(what, own);
                makers.execute(own::take);
                return own;
            }
        }
        own.take();
        return own;
    }

    /** How many wait or are busy. */
    public synchronized int length() {
        return line.size();
    }

    /** Tells how many are before a turn until it is over. */
    void follow(Turn<?> turn, IntConsumer waiting) throws InterruptedException {
        int told = -1;
        while (true) {
            int ahead;
            synchronized (this) {
                while (!turn.isOver() && ahead(turn) == told) {
                    wait();
                }
                if (turn.isOver()) {
                    return;
                }
                ahead = ahead(turn);
            }
            told = ahead;
            waiting.accept(ahead);
        }
    }

    /** How many come before it; 0 when it is being done. */
    private int ahead(Turn<?> turn) {
        int before = 0;
        for (Turn<?> one : line.values()) {
            if (one == turn) {
                break;
            }
            before++;
        }
        return before < makers.getCorePoolSize() ? 0 : before;
    }

    /** Ends a turn once. */
    void end(Turn<?> turn, BooleanSupplier outcome) {
        synchronized (this) {
            boolean isFirst = outcome.getAsBoolean();
            if (isFirst) {
                line.values().remove(turn);
                notifyAll();
            }
        }
    }

    /** Nobody gets a turn any more; who waits is told so. */
    @Override
    public void close() {
        makers.shutdown();
        synchronized (this) {
            for (Turn<?> turn : line.values().toArray(Turn<?>[]::new)) {
                turn.cancel();
            }
        }
    }
}
