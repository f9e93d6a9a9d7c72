package nl.mjpmonitor.ops.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.thresholds.ClickHouseThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the job start again when people want other thresholds than those it judges by: it reads them at its start, and goes on from its
 * newest checkpoint. Who changes several is given time to do so.
 *
 * @see <a href="../../../../../../../../docs/decisions/0034-thresholds-are-changes-with-a-moment.md">decision 0034</a>
 */
final class ThresholdKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ThresholdKeeper.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(5);

    private final ClickHouseAddress clickHouse;
    private final Supervisor job;
    private final Progress progress;
    private final Clock clock = Clock.systemUTC();

    /** For one change the job is started again once: if that does not help, more of it would not either. */
    private Optional<Instant> startedFor = Optional.empty();

    /** @param job the component in which the job is started */
    ThresholdKeeper(ClickHouseAddress clickHouse, Supervisor job, Progress progress) {
        this.clickHouse = clickHouse;
        this.job = job;
        this.progress = progress;
    }

    /** The last change that the job must be started again for, if there is one and it is the last of a row. */
    static Optional<Instant> due(ThresholdStand stand, Instant now) {
        return stand.changes().stream()
                .map(ThresholdChange::changedAt)
                .max(Instant::compareTo)
                .filter(last -> stand.isWaiting() && !last.plus(SETTLED_AFTER).isAfter(now));
    }

    void keep() throws InterruptedException {
        try (WarehouseConnection warehouse = clickHouse.open()) {
            ClickHouseThresholdRegister register = new ClickHouseThresholdRegister(warehouse, clock);
            while (true) {
                Thread.sleep(POLL);
                try {
                    Optional<Instant> due = due(register.read(), clock.instant());
                    // one that is just starting may have read them already, and is asked when it runs
                    if (due.isPresent() && !due.equals(startedFor) && job.startAgain()) {
                        progress.line("thresholds", "changed", job.component().name() + " starts again with them");
                        startedFor = due;
                    }
                } catch (WarehouseException e) {
                    LOG.debug("The warehouse is away: {}", e.getMessage());
                }
            }
        }
    }
}
