package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.ClickHouseLags;
import nl.mjpmonitor.warehouse.quality.ClickHouseReplayRequests;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.ReplayRequest;
import nl.mjpmonitor.warehouse.quality.ReplayRequests;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the quality of the data while the chain runs: measures what waits at each stage, carries out the replays that people asked
 * for, has the warehouse follow sources that empty a table, and compares one source after another with the warehouse. When a part of the chain is away it tries again later.
 */
final class QualityKeeper {

    /** Environment variable with the minutes between two comparisons of a system; 0 for none. */
    static final String INTERVAL = "MJP_RECONCILE_MINUTES";

    private static final Logger LOG = LoggerFactory.getLogger(QualityKeeper.class);
    private static final Duration STANDARD_INTERVAL = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LAGS = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);
    private static final int REQUESTS_AT_ONCE = 50;

    /** A slot that keeps this much makes its database run out of disk sooner or later; at 2 GB PostgreSQL gives it up. */
    private static final long KEPT_TOO_MUCH = 1L << 30;

    private final Parts parts;
    private final Secrets secrets;
    private final LauncherMetrics metrics;
    private final Progress progress;
    private final Duration interval;
    private final Clock clock = Clock.systemUTC();
    private final StageLags stages;

    /**
     * One that watches from {@link #start} on.
     *
     * @param token opens the API of the dashboard
     * @param environment may set {@link #INTERVAL}
     */
    QualityKeeper(
            Parts parts,
            Secrets secrets,
            String token,
            LauncherMetrics metrics,
            Progress progress,
            Map<String, String> environment) {
        this.parts = parts;
        this.secrets = secrets;
        this.metrics = metrics;
        this.stages = new StageLags(parts, token, clock);
        this.progress = progress;
        this.interval = interval(environment);
    }

    /** Has each of its duties taken up. */
    void start(Keepers keepers) {
        keepers.start("lags", this::measure);
        keepers.start("replays", this::replay);
        keepers.start("truncations", this::followTruncations);
        if (!interval.isZero()) {
            keepers.start("reconciliation", this::reconcile);
        }
    }

    /** @throws LauncherException when the setting is no number of minutes */
    static Duration interval(Map<String, String> environment) {
        String minutes = environment.get(INTERVAL);
        if (minutes == null) {
            return STANDARD_INTERVAL;
        }
        try {
            long number = Long.parseLong(minutes);
            if (number >= 0) {
                return Duration.ofMinutes(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LauncherException(
                "%s must be a number of minutes, or 0 for never; it is '%s'.".formatted(INTERVAL, minutes));
    }

    /** Measured for itself: what waits while a part of the chain is away is what must be told. */
    private void measure() throws InterruptedException {
        Map<String, Boolean> warned = new HashMap<>();
        try (WarehouseConnection warehouse = parts.clickHouse().address().open()) {
            while (true) {
                try {
                    List<Lag> lags = stages.measure(warehouse);
                    metrics.lags(lags);
                    warn(lags, warned);
                    new ClickHouseLags(warehouse).record(lags);
                } catch (WarehouseException | SQLException | IOException | LauncherException | KafkaException e) {
                    LOG.debug("A part of the chain is away: {}", e.getMessage());
                }
                Thread.sleep(BETWEEN_LAGS);
            }
        }
    }

    private void replay() throws InterruptedException {
        try (WarehouseConnection warehouse = parts.clickHouse().address().open()) {
            while (true) {
                Thread.sleep(POLL);
                try {
                    carryOut(new ClickHouseReplayRequests(warehouse, clock));
                } catch (WarehouseException | KafkaException e) {
                    LOG.debug("A part of the chain is away: {}", e.getMessage());
                }
            }
        }
    }

    private void carryOut(ReplayRequests requests) throws InterruptedException {
        for (ReplayRequest request :
                requests.newest(ReplayRequest.State.WAITING, REQUESTS_AT_ONCE).reversed()) {
            try (Replay replay = new Replay(
                    parts.kafka().bootstrap(), parts.clickHouse().address().open())) {
                replay.replay(List.of(request.position()));
                requests.finish(request, ReplayRequest.State.DONE, "replayed");
            } catch (LauncherException e) {
                requests.finish(request, ReplayRequest.State.FAILED, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Once for each time that a slot begins to keep too much. */
    private void warn(List<Lag> lags, Map<String, Boolean> warned) {
        lags.stream().filter(lag -> lag.stage() == Lag.Stage.KEPT).forEach(lag -> {
            boolean isTooMuch = lag.amount() > KEPT_TOO_MUCH;
            if (isTooMuch && !warned.getOrDefault(lag.sourceSystem(), false)) {
                progress.line(
                        PostgresServer.NAME,
                        "warning",
                        "%s keeps %d MB of log for its connector".formatted(lag.sourceSystem(), lag.amount() >> 20));
            }
            warned.put(lag.sourceSystem(), isTooMuch);
        });
    }

    private void reconcile() throws InterruptedException {
        while (true) {
            for (String system : SourceSystems.names()) {
                Thread.sleep(interval.dividedBy(SourceSystems.names().size()));
                try (Reconciler reconciler = new Reconciler(parts, secrets, clock)) {
                    tell(reconciler.check(system, Optional.empty(), true));
                } catch (WarehouseException | SQLException | IOException | LauncherException | KafkaException e) {
                    metrics.comparisonFailed(system);
                    LOG.warn("{} could not be compared with its source: {}", system, e.getMessage());
                }
            }
        }
    }

    private void followTruncations() throws InterruptedException {
        try (WarehouseConnection warehouse = parts.clickHouse().address().open()) {
            Truncations truncations = new Truncations(parts, secrets, warehouse, clock);
            while (true) {
                Thread.sleep(POLL);
                try {
                    for (Truncations.Followed followed : truncations.follow()) {
                        metrics.truncated(followed.system());
                        tell(followed.compared());
                        progress.line("truncation", "followed", followed.sentence());
                    }
                } catch (WarehouseException e) {
                    LOG.debug("A part of the chain is away: {}", e.getMessage());
                } catch (SQLException | IOException | LauncherException | KafkaException e) {
                    // the event stays open: it is tried again
                    LOG.warn("A table that was emptied could not be followed yet: {}", e.getMessage());
                    Thread.sleep(AFTER_FAILURE);
                }
            }
        }
    }

    private void tell(List<ReconciledRange> ranges) {
        metrics.compared(ranges);
        ranges.stream()
                .filter(range ->
                        range.state() == ReconciliationState.DRIFTED || range.state() == ReconciliationState.HEALED)
                .forEach(range -> progress.line("reconciliation", range.state().word(), ReconcileCommand.line(range)));
    }
}
