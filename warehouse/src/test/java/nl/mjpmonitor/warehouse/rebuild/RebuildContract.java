package nl.mjpmonitor.warehouse.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import nl.mjpmonitor.warehouse.rows.WarehouseWriter;
import nl.mjpmonitor.warehouse.schema.Migrations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a rebuild must do, on an empty engine that a subclass names; the suite drops what it creates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RebuildContract {

    private static final Instant KNOWN = Instant.parse("2024-02-06T10:00:00.123Z");
    private static final List<String> DATABASES = List.of("raw", "core", "mart", "control");
    private static final String STANDS = """
            SELECT concat(measure, ' ', area_code, ' ', toString(month), ' ', toString(known_at), ' ',
                toString(argMax((count, unknown_count), change_count)), ' ', toString(max(change_count))) AS stand
            FROM mart.monthly_count
            GROUP BY measure, area_code, month, known_at
            ORDER BY stand""";

    private WarehouseConnection connection;
    private WarehouseWriter writer;

    /** JDBC URL of an empty engine. */
    protected abstract String url();

    /** Account that may create databases. */
    protected abstract String user();

    /** Password of that account. */
    protected abstract String password();

    @BeforeAll
    void createSchema() {
        connection = WarehouseConnection.open(url(), user(), password());
        new Migrations(connection).apply();
        writer = new WarehouseWriter(connection);
    }

    @AfterAll
    void dropSchema() {
        DATABASES.forEach(database -> execute("DROP DATABASE IF EXISTS " + database));
        connection.close();
    }

    @BeforeEach
    void emptyTables() {
        List.of("raw.change_event", "core.police_registration", "core.police_delivery", "mart.monthly_count")
                .forEach(table -> execute("TRUNCATE TABLE " + table));
    }

    @Test
    void followsARowThroughItsCells() {
        log(
                registration(1, 1, KNOWN, "A40", "BU09350006", "2023-05", 5, false, false),
                registration(1, 2, KNOWN.plusSeconds(1), "A40", "BU09350006", "2023-05", 7, false, false),
                registration(1, 2, KNOWN.plusSeconds(1), "A40", "BU09350006", "2023-05", 7, false, false),
                registration(1, 3, KNOWN.plusSeconds(2), "A40", "BU09350000", "2023-05", 7, false, false),
                registration(1, 4, KNOWN.plusSeconds(3), "A40", "BU09350000", "2023-05", null, false, false),
                registration(1, 5, KNOWN.plusSeconds(4), "A40", "BU09350000", "2023-05", null, true, false),
                registration(1, 6, KNOWN.plusSeconds(5), "A40", "BU09350000", "2023-05", 3, false, false),
                registration(1, 7, KNOWN.plusSeconds(6), "A40", "BU09350000", "2023-05", 3, false, true));

        rebuild();

        assertThat(names(STANDS))
                .containsExactly(
                        "politie.A40 BU09350000 2023-05-01 2024-02-06 10:00:02.123 (7,0) 1",
                        "politie.A40 BU09350000 2023-05-01 2024-02-06 10:00:03.123 (0,1) 2",
                        "politie.A40 BU09350000 2023-05-01 2024-02-06 10:00:04.123 (0,0) 3",
                        "politie.A40 BU09350000 2023-05-01 2024-02-06 10:00:05.123 (3,0) 4",
                        "politie.A40 BU09350000 2023-05-01 2024-02-06 10:00:06.123 (0,0) 5",
                        "politie.A40 BU09350006 2023-05-01 2024-02-06 10:00:00.123 (5,0) 1",
                        "politie.A40 BU09350006 2023-05-01 2024-02-06 10:00:01.123 (7,0) 2",
                        "politie.A40 BU09350006 2023-05-01 2024-02-06 10:00:02.123 (0,0) 3");
        assertThat(names("SELECT toString(count()) FROM core.police_registration_current"))
                .containsExactly("0");
    }

    @Test
    void countsReportsOfTheMelddesk() {
        log(
                report(1, 1, KNOWN, "drugs", "2023-05-17", false, false),
                report(2, 1, KNOWN, "drugs", "2023-05-31", false, false),
                report(3, 1, KNOWN, "noise", "2023-05-31", false, false),
                report(2, 2, KNOWN.plusSeconds(1), "drugs", "2023-05-31", false, true),
                report(3, 2, KNOWN.plusSeconds(1), "drugs", "2023-06-01", false, false));

        rebuild();

        assertThat(names(STANDS))
                .containsExactly(
                        "melddesk.drugs BU09350000 2023-05-01 2024-02-06 10:00:00.123 (2,0) 2",
                        "melddesk.drugs BU09350000 2023-05-01 2024-02-06 10:00:01.123 (1,0) 3",
                        "melddesk.drugs BU09350000 2023-06-01 2024-02-06 10:00:01.123 (1,0) 1",
                        "melddesk.noise BU09350000 2023-05-01 2024-02-06 10:00:00.123 (1,0) 1",
                        "melddesk.noise BU09350000 2023-05-01 2024-02-06 10:00:01.123 (0,0) 2");
    }

    @Test
    void healsADamagedMart() {
        log(randomLog(new Random(7)).toArray(ChangeEventRow[]::new));
        // beyond the newest minute, so that what is missing before it is counted
        log(registration(9_000, 1, KNOWN.plusSeconds(9_000), "A40", "BU09350006", "2023-05", 1, false, false));
        rebuild();
        List<String> right = names(STANDS);
        assertThat(right).hasSizeGreaterThan(50);
        assertThat(counts(rebuild())).isEqualTo(new RebuiltTable("mart.monthly_count", right.size(), 0, 0));

        execute("ALTER TABLE mart.monthly_count DELETE WHERE month = '2023-05-01' SETTINGS mutations_sync = 1");
        execute("ALTER TABLE mart.monthly_count UPDATE count = count + 1 WHERE area_code = 'BU09350006'"
                + " SETTINGS mutations_sync = 1");
        execute("INSERT INTO mart.monthly_count SELECT 'politie.A40', 'BU09350006', '2023-06-01',"
                + " toDateTime64('2024-02-06 10:00:00', 3, 'UTC'), 1000, 0, 1000");
        assertThat(names(STANDS)).isNotEqualTo(right);

        RebuiltTable healed = counts(rebuild());

        assertThat(names(STANDS)).isEqualTo(right);
        assertThat(healed.missing()).isPositive();
        assertThat(healed.unexplained()).isEqualTo(1);
        assertThat(counts(rebuild()).wasRight()).isTrue();
    }

    @Test
    void givesTheSameForEveryOrderOfTheLogAndWhenRepeated() {
        @Nullable List<String> first = null;
        for (int seed = 0; seed < 3; seed++) {
            emptyTables();
            List<ChangeEventRow> log = new ArrayList<>(randomLog(new Random(11)));
            log.addAll(randomLog(new Random(11)));
            Collections.shuffle(log, new Random(seed));
            for (int index = 0; index < log.size(); index += 7) {
                log(log.subList(index, Math.min(index + 7, log.size())).toArray(ChangeEventRow[]::new));
            }
            rebuild();
            List<String> stands = names(STANDS);
            if (first == null) {
                first = stands;
            }
            assertThat(stands).isEqualTo(first);
        }
    }

    @Test
    void losesNothingThatArrivesMeanwhile() throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        ExecutorService stream = Executors.newSingleThreadExecutor();
        Future<Integer> written = stream.submit(() -> {
            int number = 0;
            while (goesOn.get()) {
                number++;
                Instant knownAt = Instant.now();
                boolean countFirst = number % 2 == 0;
                if (countFirst) {
                    count(number, knownAt);
                }
                log(registration(number, number, knownAt, "A40", "BU09350006", "2023-05", 1, false, false));
                if (!countFirst) {
                    count(number, knownAt);
                }
                // two changes known at one moment would be one stand
                Thread.sleep(2);
            }
            return number;
        });
        for (int round = 0; round < 4; round++) {
            rebuild();
        }
        goesOn.set(false);
        int changes = written.get();
        stream.shutdown();

        assertThat(changes).isGreaterThan(20);
        assertThat(names("SELECT toString(count()) FROM core.police_registration_current"))
                .containsExactly(Integer.toString(changes));
        assertThat(names("SELECT toString(max(count)) FROM mart.monthly_count"))
                .containsExactly(Integer.toString(changes));
        assertThat(names(STANDS)).hasSize(changes).isEqualTo(names("""
                SELECT concat(measure, ' ', area_code, ' ', toString(month), ' ', toString(known_at), ' ',
                    toString((count, unknown_count)), ' ', toString(change_count)) AS stand
                FROM mart.monthly_count_from_log
                ORDER BY stand"""));
    }

    @Test
    void waitsForTheLogToExplainACount() throws Exception {
        log(registration(1, 1, KNOWN, "A40", "BU09350006", "2023-05", 1, false, false));
        count(1, KNOWN);
        count(2, KNOWN.plusSeconds(1));
        ExecutorService stream = Executors.newSingleThreadExecutor();
        Future<?> late = stream.submit(() -> {
            Thread.sleep(1_500);
            log(registration(2, 2, KNOWN.plusSeconds(1), "A40", "BU09350006", "2023-05", 1, false, false));
            return true;
        });

        rebuild();
        late.get();
        stream.shutdown();

        assertThat(names(STANDS))
                .containsExactly(
                        "politie.A40 BU09350006 2023-05-01 2024-02-06 10:00:00.123 (1,0) 1",
                        "politie.A40 BU09350006 2023-05-01 2024-02-06 10:00:01.123 (2,0) 2");
    }

    @Test
    void leavesOutACountThatTheLogNeverExplains() {
        log(registration(1, 1, KNOWN, "A40", "BU09350006", "2023-05", 1, false, false));
        count(1, KNOWN);
        count(2, KNOWN.plusSeconds(1));

        new Rebuild(connection, Duration.ofSeconds(1)).run();

        assertThat(names(STANDS)).containsExactly("politie.A40 BU09350006 2023-05-01 2024-02-06 10:00:00.123 (1,0) 1");
    }

    @Test
    void leavesNothingBehindAndFeedsGoOn() {
        rebuild();
        log(registration(1, 1, KNOWN, "A40", "BU09350006", "2023-05", 1, false, false));

        assertThat(names("SELECT toString(count()) FROM core.police_registration_current"))
                .containsExactly("1");
        assertThat(names("SELECT name FROM system.tables WHERE endsWith(name, '_shadow')"
                        + " OR startsWith(name, 'migration_lock_')"))
                .isEmpty();
        assertThat(new Migrations(connection).apply()).isEmpty();
    }

    private List<RebuiltTable> rebuild() {
        return new Rebuild(connection).run();
    }

    private static RebuiltTable counts(List<RebuiltTable> rebuilt) {
        return rebuilt.get(rebuilt.size() - 1);
    }

    private void log(ChangeEventRow... changes) {
        writer.write(WarehouseTable.CHANGE_EVENT, List.of(changes));
    }

    /** What the stream writes for the n-th registration of one in one cell. */
    private void count(int number, Instant knownAt) {
        writer.write(
                WarehouseTable.MONTHLY_COUNT,
                List.of(new MonthlyCountRow(
                        "politie.A40",
                        "BU09350006",
                        LocalDate.of(2023, 5, 1).toEpochDay(),
                        knownAt.toEpochMilli(),
                        number,
                        0,
                        number)));
    }

    private static List<ChangeEventRow> randomLog(Random random) {
        List<ChangeEventRow> log = new ArrayList<>();
        for (int id = 1; id <= 40; id++) {
            int versions = 1 + random.nextInt(5);
            for (int version = 1; version <= versions; version++) {
                log.add(registration(
                        id,
                        version,
                        KNOWN.plusSeconds(60L * version + random.nextInt(50)),
                        random.nextBoolean() ? "A40" : "B70",
                        random.nextBoolean() ? "BU09350006" : "BU09350000",
                        random.nextBoolean() ? "2023-05" : "2023-06",
                        random.nextInt(6) == 0 ? null : random.nextInt(9),
                        random.nextInt(8) == 0,
                        version == versions && random.nextInt(8) == 0));
            }
        }
        return log;
    }

    private static ChangeEventRow registration(
            long id,
            long version,
            Instant knownAt,
            String policeClass,
            String area,
            String month,
            @Nullable Integer count,
            boolean withdrawn,
            boolean deleted) {
        return change(
                "politiecijfers",
                "registration",
                "{\"registration_id\":" + id + "}",
                version,
                knownAt,
                deleted,
                """
                {"registration_id":%d,"delivery_id":1,"police_class":"%s","area_code":"%s","month":"%s-01Z",\
                "registration_count":%s,"is_withdrawn":%s,"updated_at":"2024-01-15T08:00:00Z"}""".formatted(id, policeClass, area, month, count, withdrawn));
    }

    private static ChangeEventRow report(
            long id, long version, Instant knownAt, String category, String day, boolean withdrawn, boolean merged) {
        return change(
                "melddesk", "report", "{\"report_number\":\"p1:" + id + "\"}", version, knownAt, false, """
                {"report_number":"p1:%d","category":"%s","buurt_code":"BU09350000","happened_on":"%sZ",\
                "is_withdrawn":%s,"is_merged":%s}""".formatted(
                                id, category, day, withdrawn, merged));
    }

    private static ChangeEventRow change(
            String system, String table, String key, long version, Instant knownAt, boolean deleted, String row) {
        return new ChangeEventRow(
                system,
                table,
                key,
                1,
                version,
                1,
                deleted ? "d" : "u",
                deleted,
                row,
                knownAt.toEpochMilli() - 1_000,
                knownAt.toEpochMilli(),
                system + ".schema." + table,
                0,
                version);
    }

    private void execute(String sql) {
        connection.execute("Statement of the test", sql, Map.of());
    }

    private List<String> names(String sql) {
        return connection.query("Query of the test", sql, Map.of(), row -> row.getString(1));
    }
}
