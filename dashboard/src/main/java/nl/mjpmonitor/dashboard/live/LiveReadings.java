package nl.mjpmonitor.dashboard.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;

/** Makes readings of what one signal tells the changes of, and looks at that signal once for all of them. */
public final class LiveReadings {

    private final ChangeSignal signal;
    private final List<LiveReading<?>> all = new CopyOnWriteArrayList<>();

    LiveReadings(ChangeSignal signal) {
        this.signal = signal;
    }

    /** A reading of the answer to this question. */
    public <T> LiveReading<T> of(Supplier<T> question) {
        LiveReading<T> reading = new LiveReading<>(signal::current, question);
        all.add(reading);
        return reading;
    }

    /** One look. Never throws: the next look must come. */
    void poll() {
        Once token = new Once(signal);
        all.forEach(reading -> reading.refresh(token));
    }

    /** Asks only when somebody wants to know, and only once. */
    private static final class Once implements Supplier<String> {

        private final ChangeSignal signal;
        private Optional<String> known = Optional.empty();

        Once(ChangeSignal signal) {
            this.signal = signal;
        }

        @Override
        public String get() {
            String token = known.orElseGet(signal::current);
            known = Optional.of(token);
            return token;
        }
    }
}
