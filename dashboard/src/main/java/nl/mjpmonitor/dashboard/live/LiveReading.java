package nl.mjpmonitor.dashboard.live;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the warehouse answers to one question, read once for all open pages and again when anything it is made of changed. It rests while
 * no page is open. It is read on nobody's behalf: who hands it on answers for who gets to see it.
 *
 * @param <T> the answer
 */
public final class LiveReading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReading.class);

    /**
     * What is known.
     *
     * @param answer the last; empty while there never was one
     * @param isReachable whether the warehouse answered last time
     */
    public record State<T>(Optional<T> answer, boolean isReachable) {

        /** The same about a part of the answer. */
        public <R> State<R> map(Function<T, R> part) {
            return new State<>(answer.map(part), isReachable);
        }
    }

    private final Supplier<String> signal;
    private final Supplier<T> question;
    private final LatestState<State<T>> state = new LatestState<>(new State<>(Optional.empty(), false));

    /** What is known holds everything up to this token. */
    private Optional<String> token = Optional.empty();

    LiveReading(Supplier<String> signal, Supplier<T> question) {
        this.signal = signal;
        this.question = question;
    }

    /**
     * Delivers what is known now, in the calling thread, and after that everything new, in the thread that reads the warehouse. The
     * listener must not block then.
     */
    public Subscription watch(Consumer<State<T>> listener) {
        catchUp();
        return state.follow(listener);
    }

    /** What is known now; it is read for this when no open page keeps it current. */
    public State<T> now() {
        catchUp();
        return state.now();
    }

    /** What was read while the last page was open may be old. */
    private void catchUp() {
        if (!state.isFollowed()) {
            read(signal);
        }
    }

    /** Reads again when the answer does not belong to this token. Never throws: the next time must come. */
    void refresh(Supplier<String> newest) {
        if (state.isFollowed()) {
            read(newest);
        }
    }

    /** One question at a time, so that its answers never overtake each other. */
    private synchronized void read(Supplier<String> newest) {
        try {
            Optional<String> now = Optional.of(newest.get());
            if (!now.equals(token) || !state.now().isReachable()) {
                state.tell(new State<>(Optional.of(question.get()), true));
                token = now;
            }
        } catch (WarehouseException e) {
            LOG.debug("An open page could not be read anew: {}", e.getMessage());
            lostSight();
        } catch (RuntimeException e) {
            LOG.error("An open page could not be read anew for an unforeseen reason", e);
            lostSight();
        }
    }

    private void lostSight() {
        state.tell(new State<>(state.now().answer(), false));
    }
}
