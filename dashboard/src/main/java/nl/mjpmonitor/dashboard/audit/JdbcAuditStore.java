package nl.mjpmonitor.dashboard.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.mjpmonitor.dashboard.store.Store;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail in PostgreSQL. */
final class JdbcAuditStore implements AuditStore {

    private record Row(OffsetDateTime happenedAt, String actor, String action, String subject) {

        AuditEvent event() {
            return new AuditEvent(happenedAt.toInstant(), actor, AuditAction.of(action), subject);
        }
    }

    private static final String ADD = """
            INSERT INTO audit_event (happened_at, actor, action, subject)
            VALUES (:at, :actor, :action, :subject)
            """;

    private static final String FIND = """
            SELECT happened_at, actor, action, subject
            FROM audit_event
            WHERE (:actor = '' OR lower(actor) = lower(:actor))
              AND (:action = '' OR action = :action)
              AND happened_at >= :from
            ORDER BY happened_at DESC, id DESC
            LIMIT :limit
            """;

    private final Store store;

    JdbcAuditStore(Store store) {
        this.store = store;
    }

    @Override
    public void add(List<AuditEvent> events) {
        int ignored = store.change(
                client -> events.stream().mapToInt(event -> add(client, event)).sum());
    }

    private static int add(JdbcClient client, AuditEvent event) {
        return client.sql(ADD)
                .param("at", utc(event.at()))
                .param("actor", event.actor())
                .param("action", event.action().word())
                .param("subject", event.subject())
                .update();
    }

    @Override
    public List<AuditEvent> find(AuditFilter filter) {
        return store.read(client -> client
                .sql(FIND)
                .param("actor", filter.actor().orElse(""))
                .param("action", filter.action().map(AuditAction::word).orElse(""))
                .param("from", utc(filter.from().orElse(Instant.EPOCH)))
                .param("limit", filter.limit())
                .query(DataClassRowMapper.newInstance(Row.class))
                .list()
                .stream()
                .map(Row::event)
                .toList());
    }

    @Override
    public long forgetBefore(Instant moment) {
        return store.change(client -> client.sql("SELECT forget_audit_events(:before)")
                .param("before", utc(moment))
                .query(Long.class)
                .single());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
