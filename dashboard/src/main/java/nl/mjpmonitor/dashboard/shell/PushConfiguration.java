package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.server.communication.PushConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    @Bean
    PushConnectionFactory pushConnectionFactory() {
        return ForgettingPushConnection::new;
    }
}
