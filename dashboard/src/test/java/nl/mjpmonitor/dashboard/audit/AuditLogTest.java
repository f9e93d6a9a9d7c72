package nl.mjpmonitor.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.store.StoreState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditLogTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:14:00Z");

    private final InMemoryStore sight = new InMemoryStore();
    private final InMemoryAuditStore store = new InMemoryAuditStore(sight);
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditLog log =
            new AuditLog(store, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(365), mapper, meters);

    @Test
    void everyActIsOneLineOfJson() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger trail = (Logger) LoggerFactory.getLogger(AuditLog.LOG_NAME);
        trail.addAppender(lines);
        try {
            log.record("jansen", AuditAction.LOGIN_FAILED, "met \"aanhaling\"\nen regel");
        } finally {
            trail.detachAppender(lines);
        }
        String line = lines.list.getFirst().getFormattedMessage();
        assertThat(line).doesNotContain("\n");
        JsonNode read = mapper.readTree(line);
        assertThat(read.get("at").asString()).isEqualTo(NOW.toString());
        assertThat(read.get("actor").asString()).isEqualTo("jansen");
        assertThat(read.get("action").asString()).isEqualTo("login-failed");
        assertThat(read.get("subject").asString()).isEqualTo("met \"aanhaling\"\nen regel");
    }

    @Test
    void whatHappensWhileTheStoreIsAwayIsKeptLaterAndInOrder() {
        sight.become(StoreState.AWAY);
        for (int i = 0; i < 450; i++) {
            log.record("jansen", AuditAction.EXPORT, "nummer " + i);
        }
        log.flush();
        log.flush();
        sight.become(StoreState.READY);
        assertThat(stored()).isEmpty();
        log.flush();
        assertThat(stored()).hasSize(450);
        assertThat(stored().getFirst().subject()).isEqualTo("nummer 449");
        assertThat(stored().getLast().subject()).isEqualTo("nummer 0");
    }

    @Test
    void whatDoesNotFitInMemoryIsCounted() {
        ((Logger) LoggerFactory.getLogger(AuditLog.LOG_NAME)).setLevel(Level.OFF);
        sight.become(StoreState.AWAY);
        for (int i = 0; i < AuditLog.LONGEST_QUEUE + 3; i++) {
            log.record("jansen", AuditAction.EXPORT, "");
        }
        assertThat(meters.counter("mjp.audit.unstored").count()).isEqualTo(3);
    }

    @Test
    void oldEventsAreForgotten() {
        store.add(List.of(
                new AuditEvent(NOW.minus(Duration.ofDays(366)), "oud", AuditAction.LOGIN, ""),
                new AuditEvent(NOW.minus(Duration.ofDays(364)), "jong", AuditAction.LOGIN, "")));
        log.flush();
        assertThat(stored()).extracting(AuditEvent::actor).containsExactly("jong");
    }

    @AfterEach
    void logAgain() {
        ((Logger) LoggerFactory.getLogger(AuditLog.LOG_NAME)).setLevel(null);
    }

    private List<AuditEvent> stored() {
        return store.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 20_000));
    }
}
