package nl.mjpmonitor.dashboard.signals;

import java.util.List;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.LiveReadings;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.Signals;

/**
 * The newest signals, read once for all open pages and told when they change. It knows nothing of who may see them: what is shown goes
 * through {@link SignalService} first.
 */
public final class LiveSignals {

    private final LiveReading<List<Signal>> reading;

    /** @param readings those of the signals, and of nothing else */
    LiveSignals(LiveReadings readings, Signals signals) {
        this.reading = readings.of(signals::newest);
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

        private static State of(LiveReading.State<List<Signal>> read) {
            return new State(read.answer().orElseGet(List::of), read.answer().isPresent(), read.isReachable());
        }
    }

    /**
     * Delivers the state now, in the calling thread, and after that every new state, in the thread that reads the warehouse. The
     * listener must not block.
     */
    Subscription watch(Consumer<State> listener) {
        return reading.watch(read -> listener.accept(State.of(read)));
    }

    /** What is known now; it is read for this when no open page keeps it current. */
    State now() {
        return State.of(reading.now());
    }
}
