package nl.mjpmonitor.dashboard.signals;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.signals.SignalId;
import org.springframework.jdbc.core.DataClassRowMapper;

/** What people did with signals, in PostgreSQL. */
final class JdbcSignalStore implements SignalStore {

    private record Row(
            String signalId,
            int number,
            String kind,
            String text,
            String author,
            String authorRole,
            OffsetDateTime actedAt) {

        SignalAct act() {
            return new SignalAct(
                    number,
                    SignalAct.Kind.of(kind),
                    text,
                    author,
                    Role.of(authorRole).orElseThrow(),
                    actedAt.toInstant());
        }
    }

    private static final String FIND = """
            SELECT signal_id, number, kind, text, author, author_role, acted_at
            FROM signal_act
            WHERE signal_id = ANY (:ids)
            ORDER BY signal_id, number
            """;

    /** Of two who act on the same, the second finds the number taken, also when it had to wait for the first. */
    private static final String ADD = """
            INSERT INTO signal_act (signal_id, number, kind, text, author, author_role, acted_at)
            SELECT :id, :number, :kind, :text, :author, :role, :at
            WHERE :number = 1 + (SELECT coalesce(max(number), 0) FROM signal_act WHERE signal_id = :id)
            ON CONFLICT (signal_id, number) DO NOTHING
            """;

    private final Store store;

    JdbcSignalStore(Store store) {
        this.store = store;
    }

    @Override
    public Map<SignalId, List<SignalAct>> find(Collection<SignalId> ids) {
        String[] values = ids.stream().map(SignalId::value).toArray(String[]::new);
        List<Row> rows = store.read(client -> client.sql(FIND)
                .param("ids", values)
                .query(DataClassRowMapper.newInstance(Row.class))
                .list());
        Map<SignalId, List<SignalAct>> acts = new HashMap<>();
        rows.forEach(row -> acts.computeIfAbsent(new SignalId(row.signalId()), id -> new ArrayList<>())
                .add(row.act()));
        return acts;
    }

    @Override
    public boolean add(SignalId id, SignalAct act) {
        return store.change(client -> client.sql(ADD)
                        .param("id", id.value())
                        .param("number", act.number())
                        .param("kind", act.kind().word())
                        .param("text", act.text())
                        .param("author", act.author())
                        .param("role", act.authorRole().word())
                        .param("at", act.actedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1);
    }
}
