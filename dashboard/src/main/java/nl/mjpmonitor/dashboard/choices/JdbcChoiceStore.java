package nl.mjpmonitor.dashboard.choices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.mjpmonitor.dashboard.store.Store;

/** Choices and visits in PostgreSQL. */
final class JdbcChoiceStore implements ChoiceStore {

    private static final String FIND = "SELECT value FROM choice WHERE account = :account AND subject = :subject";

    private static final String KEEP = """
            INSERT INTO choice (account, subject, value)
            SELECT :account, :subject, :value FROM set_config('synchronous_commit', 'off', true)
            ON CONFLICT (account, subject) DO UPDATE SET value = EXCLUDED.value
            """;

    /** One statement, so that two tabs that open at once do not end each other's visit. */
    private static final String VISIT = """
            INSERT INTO visit AS known (account, seen_at)
            SELECT :account, :at FROM set_config('synchronous_commit', 'off', true)
            ON CONFLICT (account) DO UPDATE SET
                before_at = CASE
                    WHEN EXCLUDED.seen_at > known.seen_at + make_interval(secs => :pause) THEN known.seen_at
                    ELSE known.before_at
                END,
                seen_at = greatest(EXCLUDED.seen_at, known.seen_at)
            RETURNING before_at
            """;

    private final Store store;

    JdbcChoiceStore(Store store) {
        this.store = store;
    }

    @Override
    public Optional<String> find(String account, String subject) {
        return store.read(client -> client.sql(FIND)
                .param("account", account)
                .param("subject", subject)
                .query(String.class)
                .optional());
    }

    @Override
    public void keep(String account, String subject, String value) {
        Integer ignored = store.change(client -> client.sql(KEEP)
                .param("account", account)
                .param("subject", subject)
                .param("value", value)
                .update());
    }

    @Override
    public Optional<Instant> visit(String account, Instant at) {
        return store.change(client -> client.sql(VISIT)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("pause", PAUSE.toSeconds())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant));
    }
}
