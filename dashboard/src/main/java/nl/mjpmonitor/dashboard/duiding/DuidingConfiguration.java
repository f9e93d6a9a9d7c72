package nl.mjpmonitor.dashboard.duiding;

import nl.mjpmonitor.dashboard.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("!in-memory")
class DuidingConfiguration {

    @Bean
    DuidingStore duidingStore(Store store) {
        return new JdbcDuidingStore(store);
    }
}
