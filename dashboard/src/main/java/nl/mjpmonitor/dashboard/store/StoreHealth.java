package nl.mjpmonitor.dashboard.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether duiding can be read and written now. Never down: figures do not need the store, so it has no say in readiness. */
@Component("storeHealthIndicator")
class StoreHealth implements HealthIndicator {

    private final StoreSight store;

    StoreHealth(StoreSight store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return switch (store.state()) {
            case READY -> Health.up().build();
            case AWAY -> Health.outOfService().build();
            case NOT_CONFIGURED -> Health.unknown().build();
        };
    }
}
