package nl.mjpmonitor.dashboard.signals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest signals, read once for all open pages and told when they change. It rests while no page is open. It knows nothing of who
 * may see them: what is shown goes through {@link SignalService} first.
 */
public final class LiveSignals {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSignals.class);

    private final Signals signals;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new State(List.of(), false, false);

    LiveSignals(Signals signals) {
        this.signals = signals;
    }

    /**
     * What is known of the signals.
     *
     * @param signals those read last
     * @param wasRead whether they were ever read; else nothing is known
     * @param isReachable whether the warehouse answered last time
     */
    record State(List<Signal> signals, boolean wasRead, boolean isReachable) {

        State {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Delivers the state now, in the calling thread, and after that every new state, in the thread that reads the warehouse. The
     * listener must not block.
     */
    Subscription watch(Consumer<State> listener) {
        boolean isFirst = listeners.isEmpty();
        listeners.add(listener);
        if (isFirst) {
            // what was read while the last page was open may be old
            refresh();
        }
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    /** What is known now; it is read for this when no open page keeps it current. */
    State now() {
        if (listeners.isEmpty()) {
            refresh();
        }
        return state;
    }

    /** Reads once more, if any page is open. Never throws: the next time must come. */
    void poll() {
        if (!listeners.isEmpty()) {
            refresh();
        }
    }

    private synchronized void refresh() {
        State before = state;
        State next;
        try {
            next = new State(signals.newest(), true, true);
        } catch (WarehouseException e) {
            LOG.debug("The signals could not be read: {}", e.getMessage());
            next = new State(before.signals(), before.wasRead(), false);
        } catch (RuntimeException e) {
            LOG.error("The signals could not be read for an unforeseen reason", e);
            next = new State(before.signals(), before.wasRead(), false);
        }
        state = next;
        if (!next.equals(before)) {
            State news = next;
            listeners.forEach(listener -> listener.accept(news));
        }
    }
}
