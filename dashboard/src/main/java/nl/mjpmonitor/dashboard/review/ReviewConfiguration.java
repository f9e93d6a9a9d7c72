package nl.mjpmonitor.dashboard.review;

import nl.mjpmonitor.dashboard.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Profile("!in-memory")
class ReviewConfiguration {

    @Bean
    ReviewStore reviewStore(Store store, JsonMapper mapper) {
        return new JdbcReviewStore(store, mapper);
    }
}
