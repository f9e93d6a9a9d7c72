package nl.mjpmonitor.dashboard;

import java.time.Clock;
import nl.mjpmonitor.dashboard.access.Unscoped;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("in-memory")
class InMemoryConfiguration {

    @Bean
    InMemoryWarehouse inMemoryWarehouse(Areas areas, Clock clock) {
        return new InMemoryWarehouse(areas, clock);
    }

    @Bean(defaultCandidate = false)
    @Unscoped
    IndicatorQuery unscopedIndicatorQuery(InMemoryWarehouse warehouse) {
        return warehouse;
    }

    @Bean
    InMemoryDetections inMemoryDetections() {
        return new InMemoryDetections();
    }

    @Bean
    InMemoryStore inMemoryStore() {
        return new InMemoryStore();
    }

    @Bean
    InMemoryDuidingStore inMemoryDuidingStore(InMemoryStore store) {
        return new InMemoryDuidingStore(store);
    }

    @Bean
    InMemoryChoiceStore inMemoryChoiceStore(InMemoryStore store) {
        return new InMemoryChoiceStore(store);
    }

    @Bean
    InMemorySignals inMemorySignals() {
        return new InMemorySignals();
    }

    @Bean
    InMemorySignalStore inMemorySignalStore(InMemoryStore store) {
        return new InMemorySignalStore(store);
    }

    @Bean
    InMemoryEditionStore inMemoryEditionStore(InMemoryStore store) {
        return new InMemoryEditionStore(store);
    }

    @Bean
    InMemoryAuditStore inMemoryAuditStore(InMemoryStore store) {
        return new InMemoryAuditStore(store);
    }
}
