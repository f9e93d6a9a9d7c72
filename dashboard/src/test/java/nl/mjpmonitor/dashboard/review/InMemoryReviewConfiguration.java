package nl.mjpmonitor.dashboard.review;

import nl.mjpmonitor.dashboard.store.StoreSight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("in-memory")
class InMemoryReviewConfiguration {

    @Bean
    InMemoryReviewStore inMemoryReviewStore(StoreSight store) {
        return new InMemoryReviewStore(store);
    }
}
