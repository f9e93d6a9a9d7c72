package nl.mjpmonitor.dashboard.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.Freshness;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the warehouse has come, kept up to date for all open pages. */
public final class LiveFreshness {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFreshness.class);

    /** The sources send a heartbeat every second; five minutes without one is no coincidence. */
    static final Duration LATE = Duration.ofMinutes(5);

    private final Freshness freshness;
    private final Clock clock;
    private final List<Consumer<FreshnessState>> listeners = new CopyOnWriteArrayList<>();
    private volatile FreshnessState state = new FreshnessState(List.of(), true, false);

    LiveFreshness(Freshness freshness, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    /** What was read last. */
    public FreshnessState current() {
        return state;
    }

    /**
     * Delivers the state now, in the calling thread, and after that every new state, in the thread that reads the warehouse.
     * The listener must not block.
     */
    public Subscription watch(Consumer<FreshnessState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    boolean isWatched() {
        return !listeners.isEmpty();
    }

    void refresh() {
        try {
            List<SourceFreshness> sources = freshness.perSystem();
            show(new FreshnessState(sources, true, isLate(sources)));
        } catch (WarehouseException e) {
            LOG.debug("The freshness could not be read: {}", e.getMessage());
            lostSight();
        }
    }

    void lostSight() {
        show(new FreshnessState(state.sources(), false, isLate(state.sources())));
    }

    private boolean isLate(List<SourceFreshness> sources) {
        Instant limit = clock.instant().minus(LATE);
        return sources.stream().anyMatch(source -> source.sourceAt().isBefore(limit));
    }

    private void show(FreshnessState next) {
        if (!next.equals(state)) {
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }
}
