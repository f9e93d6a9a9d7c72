package nl.mjpmonitor.dashboard.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final LatestState<FreshnessState> state = new LatestState<>(new FreshnessState(List.of(), true, false));

    LiveFreshness(Freshness freshness, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    /** What was read last. */
    public FreshnessState current() {
        return state.now();
    }

    /**
     * Delivers the state now, in the calling thread, and after that every new state, in the thread that reads the warehouse.
     * The listener must not block.
     */
    public Subscription watch(Consumer<FreshnessState> listener) {
        return state.follow(listener);
    }

    boolean isWatched() {
        return state.isFollowed();
    }

    void refresh() {
        try {
            List<SourceFreshness> sources = freshness.perSystem();
            state.tell(new FreshnessState(sources, true, isLate(sources)));
        } catch (WarehouseException e) {
            LOG.debug("The freshness could not be read: {}", e.getMessage());
            lostSight();
        }
    }

    void lostSight() {
        List<SourceFreshness> last = state.now().sources();
        state.tell(new FreshnessState(last, false, isLate(last)));
    }

    private boolean isLate(List<SourceFreshness> sources) {
        Instant limit = clock.instant().minus(LATE);
        return sources.stream().anyMatch(source -> source.sourceAt().isBefore(limit));
    }
}
