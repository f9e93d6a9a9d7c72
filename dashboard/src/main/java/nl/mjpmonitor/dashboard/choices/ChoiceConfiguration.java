package nl.mjpmonitor.dashboard.choices;

import nl.mjpmonitor.dashboard.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("!in-memory")
class ChoiceConfiguration {

    @Bean
    ChoiceStore choiceStore(Store store) {
        return new JdbcChoiceStore(store);
    }
}
