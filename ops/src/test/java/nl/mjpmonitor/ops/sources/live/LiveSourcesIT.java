package nl.mjpmonitor.ops.sources.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.politiecijfers.PolitiecijfersSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The users of every system at work on a real PostgreSQL. */
class LiveSourcesIT {
    private static final YearMonth THROUGH = YearMonth.of(2026, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 12, 20);
    private static final int MANY = 700;
    private static final int SOME = 40;

    /** Where the newest month is not the one in which the users work: what is counted by month waits for its delivery. */
    private static final Map<String, String> NEWEST =
            Map.of(PolitiecijfersSource.DATABASE, "2026-11-01", "zorgveiligheid", "2026-10-01");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("wal_level", "logical")
                .setServerConfig("fsync", "off")
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    static List<String> systems() {
        return LiveSource.all().stream().map(LiveSource::system).toList();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void workWithoutTouchingWhatWasPublished(String system) throws SQLException {
        String database = fill(system, "moving");
        Map<String, Set<String>> before = rows(system, database);

        Set<String> done = work(system, database, TODAY, 1, MANY);

        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(source(system).actions().stream()
                        .map(choice -> choice.value().name())
                        .toList());
        Map<String, Set<String>> after = rows(system, database);
        after.forEach((table, rows) -> {
            Set<String> gone = difference(before.getOrDefault(table, Set.of()), rows);
            Set<String> come = difference(rows, before.getOrDefault(table, Set.of()));
            assertThat(gone).as("changed in " + table).allSatisfy(LiveSourcesIT::mayChange);
            assertThat(come).as("new in " + table).allSatisfy(LiveSourcesIT::mayChange);
            assertThat(come).as("none removed from " + table).hasSizeGreaterThanOrEqualTo(gone.size());
        });
        assertThat(after).isNotEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void makeTheSameChangesForTheSameSeed(String system) throws SQLException {
        String one = fill(system, "one");
        String same = fill(system, "same");

        work(system, one, TODAY, 7, SOME);
        work(system, same, TODAY, 7, SOME);

        assertThat(rows(system, same)).isEqualTo(rows(system, one));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void keepUpWithTheMonths(String system) throws SQLException {
        String database = fill(system, "later");

        work(system, database, NEXT_MONTH, 1, SOME);

        String newest = system.equals(PolitiecijfersSource.DATABASE)
                ? "SELECT max(period_to) FROM politie.delivery"
                : "SELECT max(period_to) FROM %s.register_period".formatted(system);
        try (Connection connection = connect(database)) {
            assertThat(column(connection, newest)).containsExactly(NEWEST.getOrDefault(system, "2026-12-01"));
        }
    }

    @Test
    void takeInTheDeliveriesThatCameInTheMeantime() throws SQLException {
        String database = fill(PolitiecijfersSource.DATABASE, "delivered");

        work(PolitiecijfersSource.DATABASE, database, NEXT_MONTH, 1, 1);

        try (Connection connection = connect(database)) {
            assertThat(column(
                            connection,
                            "SELECT reference FROM politie.delivery WHERE period_to >= '2026-10-01' ORDER BY 1"))
                    .containsExactly("DEMO-BVH-MAASTRICHT-2026-10", "DEMO-BVH-MAASTRICHT-2026-11");
            assertThat(
                            column(
                                    connection,
                                    "SELECT count(*) > 200 FROM politie.registration WHERE month >= '2026-10-01' GROUP BY month"))
                    .containsExactly("t", "t");
            assertThat(column(
                            connection,
                            "SELECT count(*) FROM politie.registration JOIN politie.delivery USING (delivery_id)"
                                    + " WHERE month NOT BETWEEN period_from AND period_to"))
                    .containsExactly("0");
        }
    }

    /** Demonstration, of no longer ago than a year; what has no day of its own, such as a location, is no figure. */
    private static void mayChange(String text) {
        JsonNode row = JSON.readTree(text);
        if (row.has("provenance")) {
            assertThat(row.path("provenance").asString()).isEqualTo("demonstration");
        }
        if (row.has("register") || row.has("reference")) {
            return;
        }
        row.properties().stream()
                .filter(column ->
                        column.getKey().endsWith("_on") || column.getKey().equals("month"))
                .filter(column -> column.getValue().isString())
                .forEach(column -> assertThat(LocalDate.parse(column.getValue().asString()))
                        .as(column.getKey())
                        .isAfterOrEqualTo(
                                TODAY.minusMonths(LiveTransaction.RECENT_MONTHS).withDayOfMonth(1)));
    }

    private static Set<String> work(String system, String database, LocalDate today, long seed, int changes) {
        Clock clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Set<String> done = new TreeSet<>();
        try (LiveMode live = new LiveMode(List.of(source(system)), any -> connect(database), clock, seed)) {
            for (int i = 0; i < changes; i++) {
                done.add(live.change().orElseThrow().action());
            }
        }
        return done;
    }

    private static LiveSource source(String system) {
        return LiveSource.all().stream()
                .filter(source -> source.system().equals(system))
                .findFirst()
                .orElseThrow();
    }

    private static String fill(String name, String purpose) throws SQLException {
        SourceSystem system = SourceSystem.all().stream()
                .filter(any -> any.name().equals(name))
                .findFirst()
                .orElseThrow();
        String database = name + "_" + purpose;
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        try (Connection connection = connect(database)) {
            system.createSchema(connection, "a password of the test");
            assertThat(system.fill(connection, PolitiecijfersSource.DEMO_SEED, THROUGH))
                    .isTrue();
        }
        return database;
    }

    /** The rows of each table, without the moment of their last change, which is that of the machine. */
    private static Map<String, Set<String>> rows(String system, String database) throws SQLException {
        String schema = system.equals(PolitiecijfersSource.DATABASE) ? "politie" : system;
        Map<String, Set<String>> rows = new TreeMap<>();
        try (Connection connection = connect(database)) {
            for (String table : column(
                    connection,
                    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname <> 'heartbeat' AND relnamespace = '%s'::regnamespace"
                            .formatted(schema))) {
                String sql = "SELECT to_jsonb(r) - 'updated_at' FROM %s.%s r".formatted(schema, table);
                rows.put(table, new HashSet<>(column(connection, sql)));
            }
        }
        return rows;
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> difference = new TreeSet<>(all);
        difference.removeAll(without);
        return difference;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database), "postgres", "postgres");
    }
}
