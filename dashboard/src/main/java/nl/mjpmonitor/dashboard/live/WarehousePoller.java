package nl.mjpmonitor.dashboard.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.FigureSignal;
import nl.mjpmonitor.warehouse.quality.FigureTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the warehouse at a short interval whether anything changed; the one poller for all sessions. It rests while no page
 * is open.
 */
final class WarehousePoller {

    private static final Logger LOG = LoggerFactory.getLogger(WarehousePoller.class);

    /** The clock of the sources moves all the time; pages show it by the minute. */
    private static final int POLLS_PER_FRESHNESS = 5;

    private final FigureSignal signal;
    private final LiveFigures figures;
    private final LiveFreshness freshness;
    private final Timer duration;
    private final Counter failures;
    private Optional<Known> known = Optional.empty();
    private boolean isReachable = true;
    private int pollsUntilFreshness;

    /**
     * What the last look told.
     *
     * @param tokens asked after the token, so that they hold whatever it does
     */
    private record Known(String token, FigureTokens tokens) {}

    WarehousePoller(FigureSignal signal, LiveFigures figures, LiveFreshness freshness, MeterRegistry meters) {
        this.signal = signal;
        this.figures = figures;
        this.freshness = freshness;
        this.duration = Timer.builder("mjp.live.poll")
                .description("One look at the warehouse, with the reading of changed pages")
                .register(meters);
        this.failures = Counter.builder("mjp.live.poll.failures")
                .description("Looks at the warehouse that got no answer")
                .register(meters);
    }

    /** One look. Never throws: the next look must come. */
    void poll() {
        if (figures.isWatched() || freshness.isWatched()) {
            duration.record(this::look);
        }
    }

    private void look() {
        try {
            String token = signal.current();
            Optional<Known> unchanged = known.filter(last -> last.token().equals(token));
            Known now = unchanged.orElseGet(() -> new Known(token, signal.tokens()));
            boolean isChanged = unchanged.isEmpty();
            known = Optional.of(now);
            figures.refresh(now.tokens());
            reachable();
            if (isChanged || pollsUntilFreshness-- <= 0) {
                pollsUntilFreshness = POLLS_PER_FRESHNESS;
                freshness.refresh();
            }
        } catch (WarehouseException e) {
            unreachable(e);
        } catch (RuntimeException e) {
            LOG.error("A look at the warehouse failed for an unforeseen reason", e);
            unreachable(e);
        }
    }

    private void reachable() {
        if (!isReachable) {
            LOG.info("The warehouse answers again");
        }
        isReachable = true;
    }

    private void unreachable(RuntimeException cause) {
        failures.increment();
        if (isReachable) {
            LOG.warn("The warehouse does not answer; open pages keep their last figures: {}", cause.getMessage());
        }
        isReachable = false;
        pollsUntilFreshness = 0;
        figures.lostSight();
        freshness.lostSight();
    }
}
