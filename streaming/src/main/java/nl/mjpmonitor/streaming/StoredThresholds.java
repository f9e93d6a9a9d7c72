package nl.mjpmonitor.streaming;

import java.time.Clock;
import java.time.Duration;
import nl.mjpmonitor.streaming.sink.ClickHouseDestination;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.thresholds.ClickHouseThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thresholds that people stored in the warehouse, over those of the options. They are read once, when the job starts, and the warehouse
 * is told which are in force.
 *
 * @see <a href="../../../../../../../docs/decisions/0034-thresholds-are-changes-with-a-moment.md">decision 0034</a>
 */
final class StoredThresholds {

    private static final Logger LOG = LoggerFactory.getLogger(StoredThresholds.class);
    private static final int ATTEMPTS = 30;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private StoredThresholds() {}

    /**
     * Waits a minute for a warehouse that is away: to judge by other thresholds than those that were chosen would be wrong.
     *
     * @throws WarehouseException when it stays away
     */
    static Timeline<StreamThresholds> take(WarehouseJobOptions options) throws InterruptedException {
        try (WarehouseConnection warehouse = ClickHouseDestination.connect(options.clickHouseUrl())) {
            ThresholdRegister register = new ClickHouseThresholdRegister(warehouse, Clock.systemUTC());
            for (int attempt = 1; ; attempt++) {
                try {
                    return take(options.thresholds(), register);
                } catch (WarehouseException away) {
                    if (attempt == ATTEMPTS) {
                        throw away;
                    }
                    LOG.info("The thresholds cannot be read yet: {}", away.getMessage());
                    Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
                }
            }
        }
    }

    /** What holds when, by the options and what people changed; the newest is in force from now on. */
    static Timeline<StreamThresholds> take(StreamThresholds options, ThresholdRegister register) {
        Timeline<StreamThresholds> thresholds =
                options.changedBy(register.read().changes());
        register.inForce(options, thresholds.newest());
        return thresholds;
    }
}
