package nl.mjpmonitor.dashboard.signals;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.live.LatestState;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
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

    private final ChangeSignal changes;
    private final Signals signals;
    private final LatestState<State> state = new LatestState<>(new State(List.of(), false, false));

    /** What was read holds everything up to this token. */
    private Optional<String> token = Optional.empty();

    /** @param changes tells whether the signals have to be read once more */
    LiveSignals(ChangeSignal changes, Signals signals) {
        this.changes = changes;
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
        if (!state.isFollowed()) {
            // what was read while the last page was open may be old
            refresh();
        }
        return state.follow(listener);
    }

    /** What is known now; it is read for this when no open page keeps it current. */
    State now() {
        if (!state.isFollowed()) {
            refresh();
        }
        return state.now();
    }

    /** Reads once more, if any page is open. Never throws: the next time must come. */
    void poll() {
        if (state.isFollowed()) {
            refresh();
        }
    }

    /** One question at a time, so that its answers never overtake each other. */
    private synchronized void refresh() {
        try {
            Optional<String> newest = Optional.of(changes.current());
            if (!newest.equals(token) || !state.now().isReachable()) {
                state.tell(new State(signals.newest(), true, true));
                token = newest;
            }
        } catch (WarehouseException e) {
            LOG.debug("The signals could not be read: {}", e.getMessage());
            lostSight();
        } catch (RuntimeException e) {
            LOG.error("The signals could not be read for an unforeseen reason", e);
            lostSight();
        }
    }

    private void lostSight() {
        State last = state.now();
        state.tell(new State(last.signals(), last.wasRead(), false));
    }
}
