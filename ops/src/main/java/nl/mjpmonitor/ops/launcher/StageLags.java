package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.ops.launcher.TableTopics.Positions;
import nl.mjpmonitor.ops.launcher.TableTopics.Reached;
import nl.mjpmonitor.ops.launcher.TableTopics.Waiting;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.ClickHouseFreshness;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.Lag.Stage;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how much waits at each stage between the sources and the screen, and for how long the oldest of it has. To be asked again
 * and again by one thread: some durations follow from what it saw before.
 *
 * @see <a href="../../../../../../../../docs/decisions/0035-lag-is-the-age-of-the-oldest.md">decision 0035</a>
 */
final class StageLags {

    private static final Pattern READ_OFFSET = Pattern.compile(
            "^flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset\\{(.*)\\} (\\S+)$",
            Pattern.MULTILINE);
    private static final Pattern TOPIC = Pattern.compile("\\btopic=\"([^\"]+)\"");
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Parts parts;
    private final TableTopics topics;
    private final String token;
    private final Clock clock;
    private final WrittenLog written = new WrittenLog();
    private final Map<String, Instant> shownAt = new HashMap<>();
    private final Map<String, Long> unshown = new HashMap<>();
    private List<SourceFreshness> held = List.of();

    /** @param token opens the API of the dashboard */
    StageLags(Parts parts, String token, Clock clock) {
        this.parts = parts;
        this.topics = new TableTopics(parts.kafka());
        this.token = token;
        this.clock = clock;
    }

    /**
     * What waits now: bytes of each system, events of each table, and whether each system is on the screen.
     *
     * @throws LauncherException when Kafka cannot be asked
     */
    List<Lag> measure(WarehouseConnection warehouse) throws SQLException, IOException, InterruptedException {
        List<Lag> lags = new ArrayList<>(slots());
        List<Table> tables = new ArrayList<>();
        for (String system : SourceSystems.names()) {
            tables.addAll(CapturedTables.of(parts.artifacts().contracts(), system));
        }
        lags.addAll(events(tables));
        lags.addAll(screen(heldIn(warehouse)));
        return lags;
    }

    /** How far ClickHouse is with each system; what it told last while it is away. */
    private List<SourceFreshness> heldIn(WarehouseConnection warehouse) {
        try {
            held = new ClickHouseFreshness(warehouse).perSystem();
        } catch (WarehouseException away) {
            // what it held then is still to be shown
        }
        return held;
    }

    /** Log between what was written and what each connector confirmed, and what the server keeps for it. */
    private List<Lag> slots() throws SQLException {
        List<Lag> lags = new ArrayList<>();
        try (Connection connection = parts.postgres().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet slots = statement.executeQuery("""
                        SELECT database, pg_current_wal_lsn() - '0/0'::pg_lsn AS written,
                            coalesce(confirmed_flush_lsn, restart_lsn) - '0/0'::pg_lsn AS confirmed,
                            restart_lsn - '0/0'::pg_lsn AS kept_from
                        FROM pg_replication_slots
                        WHERE slot_name LIKE 'mjp\\_%' AND restart_lsn IS NOT NULL""")) {
            Instant now = clock.instant();
            while (slots.next()) {
                long end = slots.getLong("written");
                long confirmed = slots.getLong("confirmed");
                written.add(now, end);
                String system = slots.getString("database");
                lags.add(new Lag(
                        system, "", Stage.CONNECT, Math.max(0, end - confirmed), written.waiting(confirmed, now), now));
                lags.add(new Lag(system, "", Stage.KEPT, Math.max(0, end - slots.getLong("kept_from")), now));
            }
        }
        return lags;
    }

    private List<Lag> events(List<Table> tables) throws InterruptedException {
        Map<String, Reached> reached = topics.reached(tables);
        Map<String, Long> read = readByStream();
        Map<String, Long> notStored = new HashMap<>();
        reached.forEach((topic, each) -> {
            if (each.end() > each.stored()) {
                notStored.put(topic, each.stored());
            }
        });
        Map<String, Waiting> oldest = topics.firstRecordsFrom(new Positions(notStored));
        Map<String, Long> notRead = new HashMap<>();
        oldest.forEach((topic, waiting) -> {
            long from = read.getOrDefault(topic, 0L);
            if (from > waiting.offset()) {
                notRead.put(topic, from);
            }
        });
        Map<String, Waiting> oldestUnread = topics.firstRecordsFrom(new Positions(notRead));
        Instant now = clock.instant();
        List<Lag> lags = new ArrayList<>();
        for (Table table : tables) {
            Reached stand = reached.getOrDefault(table.topic(), new Reached(0, 0));
            lags.addAll(ofTable(table, stand, read, oldest, oldestUnread, now));
        }
        return lags;
    }

    private static List<Lag> ofTable(
            Table table,
            Reached stand,
            Map<String, Long> read,
            Map<String, Waiting> oldest,
            Map<String, Waiting> oldestUnread,
            Instant now) {
        long readUpTo = Math.clamp(read.getOrDefault(table.topic(), 0L), stand.stored(), stand.end());
        Optional<Waiting> unstored = Optional.ofNullable(oldest.get(table.topic()));
        Optional<Waiting> onlyRead = unstored.filter(first -> first.offset() < readUpTo);
        Optional<Waiting> unread =
                onlyRead.isPresent() ? Optional.ofNullable(oldestUnread.get(table.topic())) : unstored;
        return List.of(
                lag(table, Stage.STREAM, unread, stand.end(), now), lag(table, Stage.STORE, onlyRead, readUpTo, now));
    }

    /** What waits from the oldest event that does up to an offset. */
    private static Lag lag(Table table, Stage stage, Optional<Waiting> oldest, long end, Instant now) {
        return new Lag(
                table.system(),
                table.name(),
                stage,
                oldest.map(first -> end - first.offset()).orElse(0L),
                oldest.map(first -> age(first.appendedAt(), now)).orElse(Duration.ZERO),
                now);
    }

    /** The next offset that the stream reads of each topic; what does not answer has read nothing. */
    private Map<String, Long> readByStream() throws InterruptedException {
        Map<String, Long> read = new HashMap<>();
        for (URI process : parts.flink().metrics()) {
            readBy(process).forEach((topic, offset) -> read.merge(topic, offset, Math::max));
        }
        return read;
    }

    private static Map<String, Long> readBy(URI process) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(process).timeout(ANSWER_LIMIT).build();
        try {
            HttpResponse<String> told = HealthCheck.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return told.statusCode() == 200 ? readOffsets(told.body()) : Map.of();
        } catch (IOException away) {
            return Map.of();
        }
    }

    /** Next offsets by topic, out of the metrics of the stream. */
    static Map<String, Long> readOffsets(String metrics) {
        Map<String, Long> offsets = new HashMap<>();
        Matcher line = READ_OFFSET.matcher(metrics);
        while (line.find()) {
            Matcher topic = TOPIC.matcher(line.group(1));
            double newest = Double.parseDouble(line.group(2));
            if (topic.find() && newest >= 0) {
                offsets.put(topic.group(1), (long) newest + 1);
            }
        }
        return offsets;
    }

    /** Whether the dashboard tells of each system what ClickHouse held before it was asked. */
    private List<Lag> screen(List<SourceFreshness> held) throws InterruptedException {
        Map<String, Instant> shown = shown();
        Instant now = clock.instant();
        List<Lag> lags = new ArrayList<>();
        for (SourceFreshness system : held) {
            String name = system.sourceSystem();
            boolean isShown = !shown.getOrDefault(name, Instant.MIN).isBefore(system.sourceAt());
            if (isShown) {
                shownAt.put(name, now);
                unshown.put(name, 0L);
            } else {
                unshown.merge(name, 1L, Long::sum);
            }
            Instant since = shownAt.computeIfAbsent(name, ignored -> now);
            lags.add(new Lag(name, "", Stage.SCREEN, unshown.getOrDefault(name, 0L), age(since, now), now));
        }
        return lags;
    }

    private Map<String, Instant> shown() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(parts.dashboard().address().resolve("/api/v1/versheid"))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
        Map<String, Instant> shown = new HashMap<>();
        try {
            HttpResponse<String> answer = HealthCheck.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                for (JsonNode source : JSON.readTree(answer.body()).path("bronnen")) {
                    shown.put(
                            source.path("bron").asString(),
                            Instant.parse(source.path("bijgewerktTot").asString()));
                }
            }
        } catch (IOException | JacksonException away) {
            // then nothing is shown
        }
        return shown;
    }

    private static Duration age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
