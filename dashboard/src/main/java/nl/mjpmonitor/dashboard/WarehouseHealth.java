package nl.mjpmonitor.dashboard;

import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether figures can be read now. Out of service, never down: without the warehouse the dashboard keeps showing its last
 * figures, so only readiness suffers.
 */
@Component("warehouse")
class WarehouseHealth implements HealthIndicator {

    private final ChangeSignal signal;

    WarehouseHealth(ChangeSignal signal) {
        this.signal = signal;
    }

    @Override
    public Health health() {
        try {
            signal.current();
            return Health.up().build();
        } catch (WarehouseException e) {
            return Health.outOfService().build();
        }
    }
}
