package nl.mjpmonitor.dashboard.live;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings states from whichever thread they come in to the page that shows them. */
public final class PageDelivery {

    private static final AtomicInteger ON_THEIR_WAY = new AtomicInteger();

    /** Requests have their turns in the order in which they come; behind a hundred pages at once a reader would wait long. */
    private static final Executor ONE_AFTER_ANOTHER = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("page-deliveries").factory());

    /** A page that takes its news more slowly holds up the next no longer. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private PageDelivery() {}

    /**
     * Shows each state in the page's own turn: at once in a thread that has the page already, as the first state does, and later from any
     * other, such as that of the reader of the warehouse, which never waits for it: a browser that takes its news slowly holds up nobody
     * else. Of states that wait for the same turn only the newest is shown. A page that is gone by then gets nothing.
     */
    public static <S> Consumer<S> to(UI page, Consumer<S> show) {
        AtomicReference<@Nullable S> waiting = new AtomicReference<>();
        Runnable turn = page.accessLater(
                () -> {
                    S newest = waiting.getAndSet(null);
                    if (newest != null) {
                        show.accept(newest);
                    }
                },
                () -> {});
        return state -> {
            if (page.equals(UI.getCurrent())) {
                waiting.set(null);
                show.accept(state);
            } else if (waiting.getAndSet(state) == null) {
                ON_THEIR_WAY.incrementAndGet();
                ONE_AFTER_ANOTHER.execute(() -> deliver(turn));
            }
        };
    }

    private static void deliver(Runnable turn) {
        try {
            boolean ignored = Thread.ofVirtual()
                    .name("page-delivery")
                    .start(() -> take(turn))
                    .join(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void take(Runnable turn) {
        try {
            turn.run();
        } finally {
            ON_THEIR_WAY.decrementAndGet();
        }
    }

    /** How many states have not reached their page, which takes them in its next turn. */
    static int onTheirWay() {
        return ON_THEIR_WAY.get();
    }
}
