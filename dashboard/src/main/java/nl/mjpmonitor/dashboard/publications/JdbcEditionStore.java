package nl.mjpmonitor.dashboard.publications;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Editions in PostgreSQL. */
final class JdbcEditionStore implements EditionStore {

    private record Head(
            long id,
            String report,
            String area,
            String period,
            String reason,
            @Nullable Long corrects,
            @Nullable Integer number) {

        EditionSubject subject() {
            return subjectOf(report, area, period);
        }
    }

    private record Line(
            long id,
            String report,
            String area,
            String period,
            String reason,
            @Nullable Integer number,
            String state,
            OffsetDateTime happenedAt) {

        EditionSummary toSummary() {
            return new EditionSummary(
                    new EditionId(id),
                    subjectOf(report, area, period),
                    Optional.ofNullable(number),
                    EditionState.of(state),
                    reason,
                    happenedAt.toInstant());
        }
    }

    private record Act(int version, String state, String actor, String actorRole, OffsetDateTime happenedAt) {

        EditionAct toAct() {
            return new EditionAct(
                    version, EditionState.of(state), actor, Role.of(actorRole).orElseThrow(), happenedAt.toInstant());
        }
    }

    private record Found(long id) {}

    private record FileRow(String name, String mediaType, long size, String sha256) {

        EditionFile toFile() {
            return new EditionFile(name, mediaType, size, sha256);
        }
    }

    private static final String ALL = """
            SELECT edition.id, report, area, period, reason, number, state, happened_at
            FROM edition
            JOIN edition_version ON edition_id = edition.id AND edition_version.version = edition.version
            ORDER BY edition.id DESC
            LIMIT :most
            """;

    /** What was destroyed has a head and no versions. */
    private static final String HEAD = """
            SELECT id, report, area, period, reason, corrects, number
            FROM edition
            WHERE id = :id AND EXISTS (SELECT FROM edition_version WHERE edition_id = edition.id)
            """;

    private static final String MENTIONING = """
            SELECT edition.id
            FROM edition
            JOIN edition_version ON edition_id = edition.id AND edition_version.version = edition.version
            WHERE NOT EXISTS (
                SELECT FROM unnest(string_to_array(:words, E'\\n')) AS word WHERE strpos(texts, lower(word)) = 0)
            """;

    private static final String LAST_NUMBER = """
            SELECT coalesce(max(number), 0) FROM edition
            WHERE report = :report AND area = :area AND period = :period
            """;

    private static final String ACTS = """
            SELECT version, state, actor, actor_role, happened_at
            FROM edition_version WHERE edition_id = :id ORDER BY version
            """;

    private static final String CONTENT = """
            SELECT content FROM edition_version WHERE edition_id = :id ORDER BY version DESC LIMIT 1
            """;

    private static final String ADD = """
            INSERT INTO edition (report, area, period, reason, corrects, version)
            VALUES (:report, :area, :period, :reason, :corrects, :version)
            RETURNING id
            """;

    /** Also waits for another writer that is not ready yet, and then finds that it was first. */
    private static final String MOVE_ON = """
            UPDATE edition SET version = :version, number = :number WHERE id = :id AND version = :version - 1
            """;

    private static final String ADD_VERSION = """
            INSERT INTO edition_version (edition_id, version, state, content, actor, actor_role, happened_at)
            VALUES (:id, :version, :state, :content, :actor, :role, :at)
            """;

    private static final String ADD_FILE = """
            INSERT INTO edition_file (edition_id, name, media_type, sha256, content)
            VALUES (:id, :name, :type, :sha256, :content)
            """;

    private static final String FILES = """
            SELECT name, media_type, octet_length(content) AS size, sha256
            FROM edition_file WHERE edition_id = :id ORDER BY name
            """;

    private static final String BYTES = """
            SELECT content FROM edition_file WHERE edition_id = :id AND name = :name
            """;

    private final Store store;

    JdbcEditionStore(Store store) {
        this.store = store;
    }

    private static EditionSubject subjectOf(String report, String area, String period) {
        return new EditionSubject(
                new ReportId(report),
                new AreaCode(area),
                Period.parse(period).orElseThrow(() -> new IllegalStateException("No period: " + period)));
    }

    @Override
    public List<EditionSummary> all() {
        return store.read(client ->
                client.sql(ALL).param("most", MOST).query(DataClassRowMapper.newInstance(Line.class)).list().stream()
                        .map(Line::toSummary)
                        .toList());
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        return store.read(client -> find(client, id));
    }

    @Override
    public Set<EditionId> mentioning(List<String> words) {
        if (words.isEmpty()) {
            return Set.of();
        }
        return store.read(client -> client
                .sql(MENTIONING)
                .param("words", String.join("\n", words))
                .query(DataClassRowMapper.newInstance(Found.class))
                .list()
                .stream()
                .map(found -> new EditionId(found.id()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public int lastNumber(EditionSubject subject) {
        return store.read(client -> client.sql(LAST_NUMBER)
                .param("report", subject.report().value())
                .param("area", subject.area().value())
                .param("period", subject.period().label())
                .query(Integer.class)
                .single());
    }

    private static Optional<Edition> find(JdbcClient client, EditionId id) {
        return client.sql(HEAD)
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(Head.class))
                .optional()
                .map(head -> new Edition(
                        id,
                        head.subject(),
                        Optional.ofNullable(head.number()),
                        Optional.ofNullable(head.corrects()).map(EditionId::new),
                        head.reason(),
                        EditionJson.read(client.sql(CONTENT)
                                .param("id", id.value())
                                .query(String.class)
                                .single()),
                        client
                                .sql(ACTS)
                                .param("id", id.value())
                                .query(DataClassRowMapper.newInstance(Act.class))
                                .list()
                                .stream()
                                .map(Act::toAct)
                                .toList()));
    }

    @Override
    public Edition add(
            EditionSubject subject,
            Optional<EditionId> corrects,
            String reason,
            EditionContent content,
            EditionAct first) {
        return store.change(client -> {
            long id = client.sql(ADD)
                    .param("report", subject.report().value())
                    .param("area", subject.area().value())
                    .param("period", subject.period().label())
                    .param("reason", reason)
                    .param("corrects", corrects.map(EditionId::value).orElse(null))
                    .param("version", first.number())
                    .query(Long.class)
                    .single();
            return addVersion(client, new EditionId(id), content, first);
        });
    }

    @Override
    public Edition append(EditionId id, EditionContent content, EditionAct act) {
        return store.change(client -> {
            moveOn(client, id, act, null);
            return addVersion(client, id, content, act);
        });
    }

    @Override
    public Edition publish(EditionId id, int number, EditionContent content, EditionAct act, List<EditionBytes> files) {
        try {
            return store.change(client -> {
                moveOn(client, id, act, number);
                files.forEach(file -> addFile(client, id, file));
                return addVersion(client, id, content, act);
            });
        } catch (DuplicateKeyException taken) {
            throw new EditionConflictException(require(id));
        }
    }

    private Edition require(EditionId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no edition " + id));
    }

    private static void moveOn(JdbcClient client, EditionId id, EditionAct act, @Nullable Integer number) {
        int moved = client.sql(MOVE_ON)
                .param("id", id.value())
                .param("version", act.number())
                .param("number", number)
                .update();
        if (moved == 0) {
            throw new EditionConflictException(
                    find(client, id).orElseThrow(() -> new IllegalArgumentException("There is no edition " + id)));
        }
    }

    private static Edition addVersion(JdbcClient client, EditionId id, EditionContent content, EditionAct act) {
        int ignored = client.sql(ADD_VERSION)
                .param("id", id.value())
                .param("version", act.number())
                .param("state", act.state().word())
                .param("content", EditionJson.write(content))
                .param("actor", act.actor())
                .param("role", act.role().word())
                .param("at", act.at().atOffset(ZoneOffset.UTC))
                .update();
        return find(client, id).orElseThrow();
    }

    private static void addFile(JdbcClient client, EditionId id, EditionBytes file) {
        int ignored = client.sql(ADD_FILE)
                .param("id", id.value())
                .param("name", file.file().name())
                .param("type", file.file().mediaType())
                .param("sha256", file.file().sha256())
                .param("content", file.bytes())
                .update();
    }

    @Override
    public List<EditionFile> files(EditionId id) {
        return store.read(client -> files(client, id));
    }

    private static List<EditionFile> files(JdbcClient client, EditionId id) {
        return client
                .sql(FILES)
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(FileRow.class))
                .list()
                .stream()
                .map(FileRow::toFile)
                .toList();
    }

    @Override
    public Optional<EditionBytes> file(EditionId id, String name) {
        return store.read(client -> files(client, id).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> new EditionBytes(
                        file,
                        client.sql(BYTES)
                                .param("id", id.value())
                                .param("name", name)
                                .query(byte[].class)
                                .single())));
    }
}
