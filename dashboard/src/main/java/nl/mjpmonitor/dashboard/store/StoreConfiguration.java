package nl.mjpmonitor.dashboard.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The store in PostgreSQL. The dashboard starts without it and uses it as soon as it answers. */
@Configuration(proxyBeanMethods = false)
@Profile("!in-memory")
class StoreConfiguration {

    @Bean
    Store store(
            @Value("${mjp.store.url}") String url,
            @Value("${mjp.store.user}") String user,
            @Value("${mjp.store.password}") String password,
            @Value("${mjp.store.owner}") String owner,
            @Value("${mjp.store.owner-password}") String ownerPassword) {
        return new Store(new StoreSettings(url, user, password, owner, ownerPassword));
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    @Qualifier("store") ScheduledExecutorService storeExecutor(Store store, @Value("${mjp.store.interval}") Duration interval) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("store-watch").daemon().factory());
        var ignored = executor.scheduleWithFixedDelay(store::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return executor;
    }
}
