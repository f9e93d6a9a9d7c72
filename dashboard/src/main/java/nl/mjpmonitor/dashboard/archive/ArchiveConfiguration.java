package nl.mjpmonitor.dashboard.archive;

import nl.mjpmonitor.dashboard.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    @Profile("!in-memory")
    DestructionStore destructionStore(Store store, JsonMapper mapper) {
        return new JdbcDestructionStore(store, mapper);
    }
}
