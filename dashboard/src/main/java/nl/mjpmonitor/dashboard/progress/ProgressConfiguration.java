package nl.mjpmonitor.dashboard.progress;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("!in-memory")
class ProgressConfiguration {

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    @Qualifier("work") ExecutorService workExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("work-", 0).factory());
    }

    @Bean
    Workers workers(@Qualifier("work") ExecutorService executor) {
        return executor::execute;
    }
}
