package nl.mjpmonitor.dashboard;

import java.time.Clock;
import nl.mjpmonitor.warehouse.areas.Areas;
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

    @Bean
    InMemoryStore inMemoryStore() {
        return new InMemoryStore();
    }

    @Bean
    InMemoryAuditStore inMemoryAuditStore(InMemoryStore store) {
        return new InMemoryAuditStore(store);
    }
}
