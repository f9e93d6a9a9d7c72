package nl.mjpmonitor.dashboard.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.dashboard.store.Store;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final int SHORTEST_RETENTION_DAYS = 30;

    @Bean
    @Profile("!in-memory")
    AuditStore auditStore(Store store) {
        return new JdbcAuditStore(store);
    }

    @Bean
    AuditLog auditLog(
            AuditStore store,
            Clock clock,
            @Value("${mjp.audit.retention-days}") int retentionDays,
            JsonMapper mapper,
            MeterRegistry meters) {
        if (retentionDays < SHORTEST_RETENTION_DAYS) {
            throw new IllegalStateException("MJP_AUDIT_RETENTION_DAYS is " + retentionDays
                    + "; keep the trail for at least " + SHORTEST_RETENTION_DAYS + " days.");
        }
        return new AuditLog(store, clock, Duration.ofDays(retentionDays), mapper, meters);
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    @Qualifier("audit") ScheduledExecutorService auditExecutor(AuditLog log, @Value("${mjp.audit.interval}") Duration interval) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("audit-writer").daemon().factory());
        var ignored = executor.scheduleWithFixedDelay(log::flush, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return executor;
    }
}
