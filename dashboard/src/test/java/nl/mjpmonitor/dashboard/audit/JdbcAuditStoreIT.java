package nl.mjpmonitor.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.store.Postgres;
import nl.mjpmonitor.dashboard.store.Store;
import org.junit.jupiter.api.Test;

class JdbcAuditStoreIT {

    @Test
    void theTrailIsKeptFilteredAndForgottenWhenOld() throws IOException {
        try (Postgres postgres = new Postgres();
                Store store = postgres.store()) {
            AuditStore trail = new JdbcAuditStore(store);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            AuditEvent ancient = new AuditEvent(now.minus(Duration.ofDays(400)), "raad", AuditAction.LOGIN, "");
            AuditEvent recent = new AuditEvent(
                    now.minus(Duration.ofDays(10)), "analist", AuditAction.DUIDING_WRITTEN, "1 v1 x' ;--");
            AuditEvent fresh = new AuditEvent(now, "analist", AuditAction.LOGIN, "");
            trail.add(List.of(ancient, recent, fresh));
            assertThat(trail.find(filter(Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(fresh, recent, ancient);
            assertThat(trail.find(filter(Optional.empty(), Optional.empty(), 1)))
                    .containsExactly(fresh);
            assertThat(trail.find(filter(Optional.of("ANALIST"), Optional.empty(), 10)))
                    .containsExactly(fresh, recent);
            assertThat(trail.find(filter(Optional.empty(), Optional.of(AuditAction.LOGIN), 10)))
                    .containsExactly(fresh, ancient);
            // what is younger than thirty days stays whatever is asked
            assertThat(trail.forgetBefore(now.plus(Duration.ofDays(1)))).isOne();
            assertThat(trail.find(filter(Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(fresh, recent);
        }
    }

    private static AuditFilter filter(Optional<String> actor, Optional<AuditAction> action, int limit) {
        return new AuditFilter(actor, action, Optional.empty(), limit);
    }
}
