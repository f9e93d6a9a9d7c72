package nl.mjpmonitor.dashboard.review;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Agendas and snapshots in PostgreSQL. */
final class JdbcReviewStore implements ReviewStore {

    private record VersionRow(
            int version, String content, String author, String authorRole, OffsetDateTime writtenAt) {}

    private record HeadingRow(
            long id,
            String month,
            String area,
            OffsetDateTime establishedAt,
            String author,
            String authorRole,
            OffsetDateTime peildatum,
            String contentHash) {

        SnapshotHeading heading() {
            return new SnapshotHeading(
                    id,
                    new ReviewKey(YearMonth.parse(month), new AreaCode(area)),
                    establishedAt.toInstant(),
                    author,
                    Role.of(authorRole).orElseThrow(),
                    peildatum.toInstant(),
                    contentHash);
        }
    }

    private static final String FIND = """
            SELECT review_agenda_version.version, content::text AS content, author, author_role, written_at
            FROM review_agenda
            JOIN review_agenda_version ON agenda_id = review_agenda.id
            WHERE area = :area AND month = :month
            ORDER BY review_agenda_version.version
            """;

    private static final String FIND_BEFORE = """
            SELECT max(month) FROM review_agenda WHERE area = :area AND month < :month
            """;

    /** Also waits for another writer that is not ready yet, and then finds that it was first. */
    private static final String BEGIN = """
            INSERT INTO review_agenda (area, month, version)
            VALUES (:area, :month, :version)
            ON CONFLICT (area, month) DO NOTHING
            """;

    private static final String MOVE_ON = """
            UPDATE review_agenda
            SET version = :version
            WHERE area = :area AND month = :month AND version = :version - 1
            """;

    private static final String ADD_VERSION = """
            INSERT INTO review_agenda_version (agenda_id, version, content, author, author_role, written_at)
            SELECT id, :version, CAST(:content AS jsonb), :author, :role, :at
            FROM review_agenda
            WHERE area = :area AND month = :month
            """;

    /** Holds the agenda as it is until the snapshot is kept. */
    private static final String HOLD = """
            SELECT version FROM review_agenda WHERE area = :area AND month = :month FOR SHARE
            """;

    private static final String ADD_SNAPSHOT = """
            INSERT INTO review_snapshot
                (month, area, established_at, author, author_role, peildatum, agenda_version, content, content_hash)
            VALUES (:month, :area, :at, :author, :role, :peildatum, :version, :content, :hash)
            RETURNING id
            """;

    private static final String HEADINGS = """
            SELECT id, month, area, established_at, author, author_role, peildatum, content_hash
            FROM review_snapshot
            """;

    private static final String CONTENT = """
            SELECT content FROM review_snapshot WHERE id = :id
            """;

    private final Store store;
    private final JsonMapper mapper;

    JdbcReviewStore(Store store, JsonMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public Agenda agenda(ReviewKey key) {
        return store.read(client -> agenda(client, key));
    }

    private Agenda agenda(JdbcClient client, ReviewKey key) {
        return new Agenda(
                key,
                client
                        .sql(FIND)
                        .param("area", key.area().value())
                        .param("month", key.month().toString())
                        .query(DataClassRowMapper.newInstance(VersionRow.class))
                        .list()
                        .stream()
                        .map(this::version)
                        .toList());
    }

    private AgendaVersion version(VersionRow row) {
        return new AgendaVersion(
                row.version(),
                mapper.readValue(row.content(), AgendaContent.class),
                row.author(),
                Role.of(row.authorRole()).orElseThrow(),
                row.writtenAt().toInstant());
    }

    @Override
    public Optional<Agenda> agendaBefore(AreaCode area, YearMonth month) {
        return store.read(client -> client.sql(FIND_BEFORE)
                .param("area", area.value())
                .param("month", month.toString())
                .query(String.class)
                .optional()
                .map(earlier -> agenda(client, new ReviewKey(YearMonth.parse(earlier), area))));
    }

    @Override
    public Agenda append(ReviewKey key, AgendaVersion next) {
        return store.change(client -> {
            int moved = client.sql(next.number() == 1 ? BEGIN : MOVE_ON)
                    .param("area", key.area().value())
                    .param("month", key.month().toString())
                    .param("version", next.number())
                    .update();
            if (moved == 0) {
                throw new AgendaConflictException(agenda(client, key));
            }
            int ignored = client.sql(ADD_VERSION)
                    .param("area", key.area().value())
                    .param("month", key.month().toString())
                    .param("version", next.number())
                    .param("content", mapper.writeValueAsString(next.content()))
                    .param("author", next.author())
                    .param("role", next.authorRole().word())
                    .param("at", next.writtenAt().atOffset(ZoneOffset.UTC))
                    .update();
            return agenda(client, key);
        });
    }

    @Override
    public Snapshot add(Snapshot snapshot, int seen) {
        SnapshotHeading heading = snapshot.heading();
        ReviewKey key = heading.key();
        return store.change(client -> {
            int current = client.sql(HOLD)
                    .param("area", key.area().value())
                    .param("month", key.month().toString())
                    .query(Integer.class)
                    .optional()
                    .orElse(0);
            if (current != seen) {
                throw new AgendaConflictException(agenda(client, key));
            }
            long id = client.sql(ADD_SNAPSHOT)
                    .param("month", key.month().toString())
                    .param("area", key.area().value())
                    .param("at", heading.establishedAt().atOffset(ZoneOffset.UTC))
                    .param("author", heading.author())
                    .param("role", heading.authorRole().word())
                    .param("peildatum", heading.peildatum().atOffset(ZoneOffset.UTC))
                    .param("version", seen)
                    .param("content", snapshot.content())
                    .param("hash", heading.hash())
                    .query(Long.class)
                    .single();
            return snapshot(client, id).orElseThrow();
        });
    }

    @Override
    public Optional<Snapshot> snapshot(long id) {
        return store.read(client -> snapshot(client, id));
    }

    private static Optional<Snapshot> snapshot(JdbcClient client, long id) {
        return client.sql(HEADINGS + "WHERE id = :id")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(HeadingRow.class))
                .optional()
                .map(row -> new Snapshot(
                        row.heading(),
                        client.sql(CONTENT).param("id", id).query(String.class).single()));
    }

    @Override
    public List<SnapshotHeading> snapshots(AreaCode area) {
        return store.read(client -> client
                .sql(HEADINGS + "WHERE area = :area ORDER BY established_at DESC, id DESC LIMIT :most")
                .param("area", area.value())
                .param("most", MOST)
                .query(DataClassRowMapper.newInstance(HeadingRow.class))
                .list()
                .stream()
                .map(HeadingRow::heading)
                .toList());
    }
}
