package nl.mjpmonitor.dashboard.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingDeque;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers who did what. Every event is written at once as one line of JSON to the log {@value #LOG_NAME}, and soon after to
 * the store. While the store is away events wait in memory, up to {@value #LONGEST_QUEUE}; what does not fit stands in the log
 * only, and is counted. Recording never fails and never waits: it must not come between a person and the figures.
 */
public final class AuditLog implements AutoCloseable {

    /** Actor of an act without a known account, such as a login under a name that does not exist. */
    public static final String NOBODY = "-";

    static final String LOG_NAME = "nl.mjpmonitor.audit";
    static final int LONGEST_QUEUE = 10_000;

    private static final Logger TRAIL = LoggerFactory.getLogger(LOG_NAME);
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int BATCH = 200;

    private final AuditStore store;
    private final Clock clock;
    private final Duration retention;
    private final JsonMapper mapper;
    private final Counter unstored;
    private final LinkedBlockingDeque<AuditEvent> waiting = new LinkedBlockingDeque<>(LONGEST_QUEUE);
    private Instant forgetAgain = Instant.EPOCH;

    AuditLog(AuditStore store, Clock clock, Duration retention, JsonMapper mapper, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
        this.mapper = mapper;
        this.unstored = Counter.builder("mjp.audit.unstored")
                .description("Events that stand in the log only, because the store was away for too long")
                .register(meters);
    }

    /** Remembers an act of the person or program on whose behalf this thread works. */
    public void record(AuditAction action, String subject) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        record(authentication == null ? NOBODY : authentication.getName(), action, subject);
    }

    /** Remembers an act of an account. */
    public void record(String actor, AuditAction action, String subject) {
        AuditEvent event = new AuditEvent(clock.instant(), actor, action, subject);
        TRAIL.info("{}", line(event));
        if (!waiting.offer(event)) {
            unstored.increment();
        }
    }

    private String line(AuditEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("at", event.at().toString());
        fields.put("actor", event.actor());
        fields.put("action", event.action().word());
        fields.put("subject", event.subject());
        return mapper.writeValueAsString(fields);
    }

    /** Moves what waits to the store, and once a day forgets what is old. Never throws. */
    synchronized void flush() {
        try {
            while (!waiting.isEmpty()) {
                flushBatch();
            }
            forgetOnceADay();
        } catch (StoreAwayException e) {
            LOG.debug("{} events wait for the store", waiting.size());
        } catch (RuntimeException e) {
            LOG.error("The trail could not be stored for an unforeseen reason", e);
        }
    }

    /** What waits is stored before the dashboard ends, if the store answers. */
    @Override
    public void close() {
        flush();
    }

    private void flushBatch() {
        List<AuditEvent> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        boolean isStored = false;
        try {
            store.add(batch);
            isStored = true;
        } finally {
            if (!isStored) {
                putBack(batch);
            }
        }
    }

    private void putBack(List<AuditEvent> batch) {
        for (AuditEvent event : batch.reversed()) {
            if (!waiting.offerFirst(event)) {
                unstored.increment();
            }
        }
    }

    private void forgetOnceADay() {
        Instant now = clock.instant();
        if (now.isBefore(forgetAgain)) {
            return;
        }
        long forgotten = store.forgetBefore(now.minus(retention));
        forgetAgain = now.plus(Duration.ofDays(1));
        if (forgotten > 0) {
            LOG.info("{} events older than {} days were forgotten", forgotten, retention.toDays());
        }
    }
}
