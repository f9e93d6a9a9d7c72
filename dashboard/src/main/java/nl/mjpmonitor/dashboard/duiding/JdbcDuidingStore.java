package nl.mjpmonitor.dashboard.duiding;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duidingen in PostgreSQL. */
final class JdbcDuidingStore implements DuidingStore {

    private record Row(
            long id,
            String indicator,
            String area,
            String period,
            int version,
            String text,
            String state,
            String author,
            String authorRole,
            OffsetDateTime writtenAt) {

        DuidingSubject subject() {
            return new DuidingSubject(new IndicatorId(indicator), new AreaCode(area), period);
        }

        DuidingVersion toVersion() {
            return new DuidingVersion(
                    version,
                    text,
                    DuidingState.of(state),
                    author,
                    Role.of(authorRole).orElseThrow(),
                    writtenAt.toInstant());
        }
    }

    private static final String FIND = """
            WITH chosen AS (
                SELECT id, indicator, area, period
                FROM duiding
                WHERE (:indicator = '' OR indicator = :indicator)
                  AND (:area = '' OR area = :area)
                  AND (:period = '' OR period = :period)
                ORDER BY id DESC
                LIMIT :most
            )
            SELECT chosen.id, indicator, area, period, version, text, state, author, author_role, written_at
            FROM chosen
            JOIN duiding_version ON duiding_id = chosen.id
            ORDER BY chosen.id DESC, version
            """;

    private static final String FIND_ONE = """
            SELECT duiding.id, indicator, area, period, duiding_version.version, text, state, author, author_role, written_at
            FROM duiding
            JOIN duiding_version ON duiding_id = duiding.id
            WHERE duiding.id = :id
            ORDER BY duiding_version.version
            """;

    private static final String ADD = """
            INSERT INTO duiding (indicator, area, period, version)
            VALUES (:indicator, :area, :period, :version)
            RETURNING id
            """;

    /** Also waits for another writer that is not ready yet, and then finds that it was first. */
    private static final String MOVE_ON = """
            UPDATE duiding
            SET version = :version
            WHERE id = :id AND version = :version - 1
            """;

    private static final String ADD_VERSION = """
            INSERT INTO duiding_version (duiding_id, version, text, state, author, author_role, written_at)
            VALUES (:id, :version, :text, :state, :author, :role, :at)
            """;

    private final Store store;

    JdbcDuidingStore(Store store) {
        this.store = store;
    }

    @Override
    public List<Duiding> find(DuidingQuestion question) {
        return store.read(client -> duidingen(client.sql(FIND)
                .param("indicator", question.indicator().map(IndicatorId::value).orElse(""))
                .param("area", question.area().map(AreaCode::value).orElse(""))
                .param("period", question.period().orElse(""))
                .param("most", MOST)
                .query(DataClassRowMapper.newInstance(Row.class))
                .list()));
    }

    @Override
    public Optional<Duiding> find(DuidingId id) {
        return store.read(client -> find(client, id));
    }

    private static Optional<Duiding> find(JdbcClient client, DuidingId id) {
        return duidingen(client.sql(FIND_ONE)
                        .param("id", id.value())
                        .query(DataClassRowMapper.newInstance(Row.class))
                        .list())
                .stream()
                .findFirst();
    }

    private static List<Duiding> duidingen(List<Row> rows) {
        Map<DuidingId, List<Row>> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.computeIfAbsent(new DuidingId(row.id()), id -> new ArrayList<>())
                .add(row));
        return byId.entrySet().stream()
                .map(entry -> new Duiding(
                        entry.getKey(),
                        entry.getValue().getFirst().subject(),
                        entry.getValue().stream().map(Row::toVersion).toList()))
                .toList();
    }

    @Override
    public Duiding add(DuidingSubject subject, DuidingVersion first) {
        return store.change(client -> {
            long id = client.sql(ADD)
                    .param("indicator", subject.indicator().value())
                    .param("area", subject.area().value())
                    .param("period", subject.period())
                    .param("version", first.number())
                    .query(Long.class)
                    .single();
            return addVersion(client, new DuidingId(id), first);
        });
    }

    @Override
    public Duiding append(DuidingId id, DuidingVersion next) {
        return store.change(client -> {
            int moved = client.sql(MOVE_ON)
                    .param("id", id.value())
                    .param("version", next.number())
                    .update();
            if (moved == 0) {
                throw new DuidingConflictException(
                        find(client, id).orElseThrow(() -> new IllegalArgumentException("There is no duiding " + id)));
            }
            return addVersion(client, id, next);
        });
    }

    private static Duiding addVersion(JdbcClient client, DuidingId id, DuidingVersion version) {
        int ignored = client.sql(ADD_VERSION)
                .param("id", id.value())
                .param("version", version.number())
                .param("text", version.text())
                .param("state", version.state().word())
                .param("author", version.author())
                .param("role", version.authorRole().word())
                .param("at", version.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
        return find(client, id).orElseThrow();
    }
}
