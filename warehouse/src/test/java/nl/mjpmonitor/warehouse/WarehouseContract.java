package nl.mjpmonitor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.areas.Validity;
import nl.mjpmonitor.warehouse.casework.ClickHouseCaseProgress;
import nl.mjpmonitor.warehouse.casework.OpenStep;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.ClickHouseHotspots;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotCasework;
import nl.mjpmonitor.warehouse.hotspots.HotspotReason;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.hotspots.NuisanceCategory;
import nl.mjpmonitor.warehouse.indicators.ClickHouseIndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PercentageChange;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.indicators.SampleCatalogue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseFigureSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseFreshness;
import nl.mjpmonitor.warehouse.quality.ClickHouseRejectedEvents;
import nl.mjpmonitor.warehouse.quality.ClickHouseReplayRequests;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.FigureSignal;
import nl.mjpmonitor.warehouse.quality.FigureSource;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import nl.mjpmonitor.warehouse.rows.WarehouseWriter;
import nl.mjpmonitor.warehouse.schema.MigrationException;
import nl.mjpmonitor.warehouse.schema.Migrations;
import nl.mjpmonitor.warehouse.thresholds.ClickHouseThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engine must do for the warehouse. A subclass names an empty engine; whatever the suite creates in it is dropped
 * at the end. It refuses an engine that holds the databases of a warehouse already.
 *
 * <p>With the system property {@code schema.write} set to a path, the schema is written there before it is compared.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WarehouseContract {

    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");
    private static final AreaCode CENTRUM = new AreaCode("WK093500");
    private static final AreaCode BINNENSTAD = new AreaCode("BU09350000");
    private static final AreaCode WYCK = new AreaCode("BU09350006");
    private static final AreaCode RANDWYCK = new AreaCode("BU09350600");
    private static final AreaCode REMAINDER = new AreaCode("BU09359999");
    private static final Instant KNOWN = Instant.parse("2024-02-06T10:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private static final List<String> DATABASES = List.of("raw", "core", "mart", "control");

    private final IndicatorCatalogue catalogue = IndicatorCatalogue.load();
    private WarehouseConnection connection;
    private WarehouseWriter writer;
    private IndicatorQuery query;
    private List<List<String>> appliedAtOnce = List.of();

    /** JDBC URL of an empty engine. */
    protected abstract String url();

    /** Account that may create databases. */
    protected abstract String user();

    /** Password of that account. */
    protected abstract String password();

    @BeforeAll
    void createSchemaByThreeAppliersAtOnce() throws Exception {
        connection = WarehouseConnection.open(url(), user(), password());
        assertThat(names("SELECT name FROM system.databases"))
                .as("the suite needs an engine without a warehouse: it drops these databases at its end")
                .doesNotContainAnyElementsOf(DATABASES);
        appliedAtOnce = applyAtOnce(3);
        writer = new WarehouseWriter(connection);
        query = new ClickHouseIndicatorQuery(connection, catalogue, Areas.load(), CLOCK);
    }

    @AfterAll
    void dropSchema() {
        DATABASES.forEach(database -> execute("DROP DATABASE IF EXISTS " + database));
        connection.close();
    }

    @BeforeEach
    void emptyTables() {
        List.of(
                        "raw.change_event",
                        "core.police_class",
                        "core.offence_kind",
                        "core.offence_kind_class",
                        "core.nuisance_kind",
                        "core.police_delivery",
                        "core.police_registration",
                        "core.casework_change",
                        "mart.monthly_count",
                        "mart.hotspot_life",
                        "mart.case_step_state",
                        "mart.signal",
                        "control.rejected_event",
                        "control.freshness",
                        "control.threshold_change",
                        "control.threshold_in_force")
                .forEach(table -> execute("TRUNCATE TABLE " + table));
    }

    private List<List<String>> applyAtOnce(int appliers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(appliers);
        try {
            List<Future<List<String>>> running = IntStream.range(0, appliers)
                    .mapToObj(number -> threads.submit(() -> new Migrations(connection).apply()))
                    .toList();
            List<List<String>> applied = new ArrayList<>();
            for (Future<List<String>> applier : running) {
                applied.add(applier.get());
            }
            return applied;
        } finally {
            threads.shutdownNow();
        }
    }

    private void execute(String sql) {
        connection.execute("Statement of the test", sql, Map.of());
    }

    private List<String> names(String sql) {
        return connection.query("Query of the test", sql, Map.of(), row -> row.getString(1));
    }

    private long number(String sql) {
        return connection
                .query("Query of the test", sql, Map.of(), row -> row.getLong(1))
                .get(0);
    }

    @Nested
    class Schema {

        @Test
        void isCreatedByOneOfManyAppliers() {
            assertThat(appliedAtOnce).filteredOn(applied -> !applied.isEmpty()).hasSize(1);
            assertThat(names("SELECT name FROM control.migration ORDER BY name"))
                    .isEqualTo(appliedAtOnce.stream()
                            .filter(applied -> !applied.isEmpty())
                            .findFirst()
                            .orElseThrow());
            assertThat(names("SELECT name FROM system.tables WHERE startsWith(name, 'migration_lock_')"))
                    .isEmpty();
        }

        @Test
        void staysAsItIsWhenAppliedAgain() {
            assertThat(new Migrations(connection).apply()).isEmpty();
        }

        @Test
        void everyStatementMayRunTwice() {
            execute("TRUNCATE TABLE control.migration");

            assertThat(new Migrations(connection).apply()).hasSameSizeAs(packagedMigrations());
            assertThat(number("SELECT count() FROM core.area_current"))
                    .isEqualTo(Areas.load().all().size());
        }

        @Test
        void refusesAMigrationThatWasChangedAfterItWasApplied() {
            execute("INSERT INTO control.migration SELECT '004_raw_change_event.sql', 'other', now64() + 1");
            try {
                assertThatThrownBy(() -> new Migrations(connection).apply())
                        .isInstanceOf(MigrationException.class)
                        .hasMessageContaining("004_raw_change_event.sql was changed after it was applied")
                        .hasMessageContaining("put the change in a new file with the next number");
            } finally {
                execute("ALTER TABLE control.migration DELETE WHERE checksum = 'other' SETTINGS mutations_sync = 1");
            }
        }

        @Test
        void refusesAMigrationOfALaterVersion() {
            execute("INSERT INTO control.migration SELECT '999_later.sql', 'other', now64()");
            try {
                assertThatThrownBy(() -> new Migrations(connection).apply())
                        .isInstanceOf(MigrationException.class)
                        .hasMessageContaining("999_later.sql");
            } finally {
                execute("ALTER TABLE control.migration DELETE WHERE checksum = 'other' SETTINGS mutations_sync = 1");
            }
        }

        @Test
        void equalsTheCheckedInFile() throws IOException {
            String dump = new Migrations(connection).dump();
            String target = System.getProperty("schema.write", "");
            if (!target.isEmpty()) {
                Files.writeString(Path.of(target), dump);
            }

            String checkedIn =
                    target.isEmpty() ? PackagedFiles.read("schema.sql").text() : dump;

            assertThat(checkedIn.replaceAll("\\s+", " "))
                    .as("schema.sql is stale: generate it anew as the README of the module says")
                    .isEqualTo(dump.replaceAll("\\s+", " "));
        }

        @Test
        void knowsTheSameAreasAsJava() {
            List<Area> stored = connection.query("Query of the test", """
                    SELECT
                        code, name, kind, wijk_code, municipality_code, inhabitants, valid_from, valid_to, is_demonstration
                    FROM core.area_current""", Map.of(), row -> {
                AreaKind kind = AreaKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                return new Area(
                        new AreaCode(row.getString("code")),
                        row.getString("name"),
                        kind,
                        switch (kind) {
                            case GEMEENTE, REGIO, REGIOGEMEENTE, LAND -> Optional.empty();
                            case WIJK, REST, STADSDEEL, LWA ->
                                Optional.of(new AreaCode(row.getString("municipality_code")));
                            case BUURT -> Optional.of(new AreaCode(row.getString("wijk_code")));
                        },
                        row.getInteger("inhabitants"),
                        new Validity(row.getLocalDate("valid_from"), row.getLocalDate("valid_to")),
                        row.getBoolean("is_demonstration"));
            });

            assertThat(stored).containsExactlyInAnyOrderElementsOf(Areas.load().all());
        }

        @Test
        void loadsReferenceDataAgainOnlyWhenItChanged(@TempDir Path folder) throws IOException {
            List<String> loads = names("SELECT toString(loaded_at) FROM control.reference ORDER BY table_name");
            new Migrations(connection).apply();
            assertThat(names("SELECT toString(loaded_at) FROM control.reference ORDER BY table_name"))
                    .isEqualTo(loads);

            String own = PackagedFiles.read("reference/lwa.csv")
                    .text()
                    .replace("LW093501;LWA-gebied 1 (voorbeeldindeling)", "LW093502;LWA-gebied 2 (voorbeeldindeling)");
            Files.writeString(folder.resolve("lwa.csv"), own);
            try {
                new Migrations(connection, ReferenceFiles.in(folder)).apply();
                assertThat(
                                names(
                                        "SELECT DISTINCT area_code FROM core.area_membership WHERE division = 'lwa' ORDER BY 1"))
                        .containsExactly("LW093502", "LW093503", "LW093504");
                assertThat(number("SELECT count() FROM core.area_current WHERE code = 'LW093501'"))
                        .isZero();
            } finally {
                new Migrations(connection).apply();
            }
            assertThat(number("SELECT uniqExact(area_code) FROM core.area_membership WHERE division = 'lwa'"))
                    .isEqualTo(4);
            assertThat(names("SELECT name FROM system.tables WHERE endsWith(name, '_shadow')"))
                    .isEmpty();
        }

        @Test
        void knowsTheCalendarAndTheAliases() {
            assertThat(names("SELECT DISTINCT arrayJoin(hot_time_kinds) FROM core.calendar_day ORDER BY 1"))
                    .contains("carnaval", "donkere-maanden", "kermis", "magisch-maastricht", "rieu");
            assertThat(number("SELECT count() FROM core.calendar_day")).isEqualTo(5_113);
            assertThat(names("SELECT code FROM core.alias WHERE normalized = 'autokraak'"))
                    .containsExactly("1.2.1");
        }

        private List<String> packagedMigrations() {
            return PackagedFiles.below("sql/migrations").stream()
                    .map(file -> file.name())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
        }
    }

    @Nested
    class ChangeLog {

        @Test
        void givesTheSameCurrentRowsInAnyOrderAndWithDuplicates() {
            List<ChangeEventRow> log = List.of(
                    registration(1, 1, 100, 1, "c", 5),
                    registration(1, 1, 200, 1, "u", 6),
                    registration(1, 1, 200, 2, "u", 7),
                    registration(2, 1, 100, 2, "c", 8),
                    registration(2, 1, 300, 1, "d", 8),
                    registration(3, 1, 900, 1, "u", 1),
                    registration(3, 2, 50, 0, "r", 9));
            for (int seed = 0; seed < 5; seed++) {
                emptyTables();
                List<ChangeEventRow> shuffled = new ArrayList<>(log);
                shuffled.addAll(log);
                Collections.shuffle(shuffled, new Random(seed));
                shuffled.forEach(change -> writer.write(WarehouseTable.CHANGE_EVENT, List.of(change)));

                assertThat(names("""
                                SELECT concat(toString(registration_id), '=', toString(registration_count))
                                FROM core.police_registration_current ORDER BY registration_id""")).as("seed %s", seed).containsExactly("1=7", "3=9");
                assertThat(number("SELECT count() FROM raw.change_event FINAL")).isEqualTo(7);
            }
        }

        @Test
        void ordersVersionsByEpochThenPositionThenOrderUnsigned() {
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(
                            registration(1, 0, -1L, 0xFFFF_FFFFL, "u", 1),
                            registration(1, 1, 0, 0, "r", 2),
                            registration(2, 0xFFFF_FFFFL, Long.MAX_VALUE, 7, "u", 3),
                            registration(2, 0xFFFF_FFFFL, Long.MIN_VALUE, 0, "u", 4)));

            assertThat(names("SELECT toString(_version) FROM raw.change_event ORDER BY _version"))
                    .containsExactly(
                            "79228162514264337593543950335",
                            "79228162514264337593543950336",
                            "340282366881324382206242438630701268999",
                            "340282366881324382206242438634996236288");
            assertThat(names("""
                            SELECT toString(registration_count) FROM core.police_registration_current
                            ORDER BY registration_id""")).containsExactly("2", "4");
        }

        @Test
        void keepsEveryColumnOfTheSource() {
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(
                            change("registration", "{\"registration_id\":9007199254740993}", """
                                    {"registration_id":9007199254740993,"delivery_id":4,"police_class":"A40",\
                                    "area_code":"BU09350000","month":"2023-05-01Z","registration_count":null,\
                                    "is_withdrawn":true,"updated_at":"2023-06-01T10:00:00.123456Z","added_later":"x"}"""),
                            change("delivery", "{\"delivery_id\":4}", """
                                    {"delivery_id":4,"reference":"p1:abc","period_from":"2019-01-01","period_to":"2023-12-01",\
                                    "delivered_at":"2024-01-15T08:00:00Z","status":"accepted"}"""),
                            change(
                                    "police_class",
                                    "{\"code\":\"A40\"}",
                                    "{\"code\":\"A40\",\"name\":\"Zakken'rollerij\"}"),
                            change(
                                    "offence_kind",
                                    "{\"code\":\"1.2.4\"}",
                                    "{\"code\":\"1.2.4\",\"name\":\"Zakkenrollerij\"}"),
                            change(
                                    "offence_kind_class",
                                    "{\"kind_code\":\"1.2.4\",\"class_code\":\"A40\"}",
                                    "{\"kind_code\":\"1.2.4\",\"class_code\":\"A40\"}"),
                            change(
                                    "nuisance_kind",
                                    "{\"code\":\"E33\"}",
                                    "{\"code\":\"E33\",\"name\":\"Verward\",\"description\":\"één regel\\nen nog een\"}")));

            assertThat(json("core.police_registration_current")).containsExactly("""
                            {"registration_id":9007199254740993,"delivery_id":4,"police_class":"A40","area_code":"BU09350000",\
                            "month":"2023-05-01","registration_count":null,"is_withdrawn":true,\
                            "updated_at":"2023-06-01 10:00:00.123456","_known_at":"2024-02-06 10:00:00.123"}""");
            assertThat(json("core.police_delivery_current")).containsExactly("""
                            {"delivery_id":4,"reference":"p1:abc","period_from":"2019-01-01","period_to":"2023-12-01",\
                            "delivered_at":"2024-01-15 08:00:00.000000","status":"accepted",\
                            "_known_at":"2024-02-06 10:00:00.123"}""");
            assertThat(json("core.police_class_current"))
                    .containsExactly(
                            "{\"code\":\"A40\",\"name\":\"Zakken'rollerij\",\"_known_at\":\"2024-02-06 10:00:00.123\"}");
            assertThat(json("core.offence_kind_current"))
                    .containsExactly(
                            "{\"code\":\"1.2.4\",\"name\":\"Zakkenrollerij\",\"_known_at\":\"2024-02-06 10:00:00.123\"}");
            assertThat(json("core.offence_kind_class_current")).containsExactly("""
                            {"kind_code":"1.2.4","class_code":"A40","_known_at":"2024-02-06 10:00:00.123"}""");
            assertThat(json("core.nuisance_kind_current")).containsExactly("""
                            {"code":"E33","name":"Verward","description":"één regel\\nen nog een",\
                            "_known_at":"2024-02-06 10:00:00.123"}""");
        }

        @Test
        void neverTurnsADateItCannotHoldIntoAnotherDate() {
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(
                            change("registration", "{\"registration_id\":1}", "{\"month\":\"0001-01-01\"}"),
                            change("registration", "{\"registration_id\":2}", "{\"month\":\"9999-12-31\"}"),
                            change("registration", "{\"registration_id\":3}", "{\"month\":\"2023-02-30\"}"),
                            change("registration", "{\"registration_id\":4}", "{\"month\":\"1900-01-01\"}")));

            assertThat(names("""
                            SELECT ifNull(toString(month), 'null') FROM core.police_registration_current
                            ORDER BY registration_id""")).containsExactly("null", "null", "null", "1900-01-01");
            assertThat(names("SELECT JSONExtractString(row, 'month') FROM raw.change_event ORDER BY key"))
                    .containsExactly("0001-01-01", "9999-12-31", "2023-02-30", "1900-01-01");
        }

        @Test
        void takesADeleteOfARowItNeverSaw() {
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(
                            event("registration", "{\"registration_id\":1}", 1, 200, 1, "d", true, ""),
                            event(
                                    "registration",
                                    "{\"registration_id\":1}",
                                    1,
                                    100,
                                    1,
                                    "c",
                                    false,
                                    "{\"registration_count\":3}")));

            assertThat(number("SELECT count() FROM core.police_registration_current"))
                    .isZero();
            assertThat(number("SELECT count() FROM core.police_registration")).isPositive();
        }

        private List<String> json(String view) {
            return connection.query(
                    "Query of the test",
                    "SELECT formatRowNoNewline('JSONEachRow', *) AS line FROM " + view
                            + " SETTINGS output_format_json_quote_64bit_integers = 0",
                    Map.of(),
                    row -> row.getString("line"));
        }

        private ChangeEventRow registration(long id, long epoch, long lsn, long order, String op, int count) {
            return event(
                    "registration",
                    "{\"registration_id\":" + id + "}",
                    epoch,
                    lsn,
                    order,
                    op,
                    op.equals("d"),
                    "{\"registration_id\":" + id + ",\"registration_count\":" + count + "}");
        }

        private ChangeEventRow change(String table, String key, String row) {
            return event(table, key, 1, 100, 1, "c", false, row);
        }
    }

    @Nested
    class Writer {

        @Test
        void writesManyRowsInOneBlock() {
            List<MonthlyCountRow> rows = IntStream.range(0, 50_000)
                    .mapToObj(number -> new MonthlyCountRow(
                            "politie.A" + number % 97,
                            "BU0935" + String.format(Locale.ROOT, "%04d", number % 45),
                            LocalDate.of(2019, 1, 1).plusMonths(number % 60).toEpochDay(),
                            KNOWN.toEpochMilli() + number,
                            number,
                            0,
                            1))
                    .toList();

            writer.write(WarehouseTable.MONTHLY_COUNT, rows);

            assertThat(number("SELECT count() FROM mart.monthly_count")).isEqualTo(50_000);
            assertThat(number("SELECT sum(count) FROM mart.monthly_count")).isEqualTo(50_000L * 49_999 / 2);
        }

        @Test
        void writesABlockAgainThatWasWrittenBefore() {
            List<FreshnessRow> rows = List.of(new FreshnessRow("politiecijfers", 1, 2));

            writer.write(WarehouseTable.FRESHNESS, rows);
            execute("ALTER TABLE control.freshness DELETE WHERE known_at >= 0 SETTINGS mutations_sync = 1");
            writer.write(WarehouseTable.FRESHNESS, rows);

            assertThat(number("SELECT count() FROM control.freshness")).isOne();
        }

        @Test
        void writesNothingForNoRows() {
            writer.write(WarehouseTable.FRESHNESS, List.of());

            assertThat(number("SELECT count() FROM control.freshness")).isZero();
        }

        @Test
        void namesTheTableAndTheCauseOfARefusalButNoValue() {
            execute("ALTER TABLE control.freshness ADD CONSTRAINT secret CHECK source_system != 'geheim'");
            try {
                assertThatThrownBy(
                                () -> writer.write(WarehouseTable.FRESHNESS, List.of(new FreshnessRow("geheim", 1, 2))))
                        .isInstanceOf(WarehouseException.class)
                        .hasMessageContaining("control.freshness")
                        .hasMessageContaining("469 VIOLATED_CONSTRAINT")
                        .hasMessageNotContaining("geheim")
                        .hasNoCause();
            } finally {
                execute("ALTER TABLE control.freshness DROP CONSTRAINT secret");
            }
        }

        @Test
        void namesTheCauseWhenTheAccountIsRefused() {
            try (WarehouseConnection stranger = WarehouseConnection.open(url(), user(), "not the password")) {
                assertThatThrownBy(() -> new WarehouseWriter(stranger)
                                .write(WarehouseTable.FRESHNESS, List.of(new FreshnessRow("politiecijfers", 1, 2))))
                        .isInstanceOf(WarehouseException.class)
                        .hasMessageContaining("control.freshness")
                        .hasMessageContaining("AUTHENTICATION_FAILED")
                        .hasMessageNotContaining("not the password");
            }
        }
    }

    @Nested
    class Figures {

        @Test
        void equalThePublishedTables() {
            Map<String, List<Integer>> published = Map.of(
                    "woninginbraak", List.of(357, 222, 130, 167, 193),
                    "overval-woning", List.of(6, 3, 2, 1, 4),
                    "straatroof", List.of(38, 34, 27, 21, 26),
                    "diefstal-uit-motorvoertuig", List.of(529, 231, 306, 535, 413),
                    "fietsdiefstal", List.of(1596, 1013, 828, 1135, 1169),
                    "openlijk-geweld", List.of(44, 26, 36, 29, 27),
                    "vernieling", List.of(777, 680, 632, 659, 648),
                    "zakkenrollerij", List.of(434, 227, 195, 312, 341));
            deliver(1, "2019-01", "2023-12", "accepted", 1, KNOWN);
            published.forEach((id, years) ->
                    IntStream.range(0, 5).forEach(index -> spread(indicator(id), 2019 + index, years.get(index))));
            Indicator robbery = indicator("overval-bedrijf");
            spread(robbery, 2019, 6);
            spread(robbery, 2020, 2);
            for (int month = 1; month <= 12; month++) {
                count("politie.B73", REMAINDER, YearMonth.of(2021, month), KNOWN, 0, 1, 1);
            }
            spread(robbery, 2022, 3);
            spread(robbery, 2023, 1);

            List<IndicatorSeries> answers = query.series(rowsOfTheTables()
                    .map(indicator ->
                            SeriesRequest.latest(indicator.id(), MAASTRICHT, Period.year(2019), Period.year(2023)))
                    .toList());

            Map<String, List<IndicatorValue>> values = answers.stream()
                    .collect(Collectors.toMap(
                            series -> series.request().indicator().value(), WarehouseContract::values));
            published.forEach((id, years) -> assertThat(values.get(id))
                    .as(id)
                    .isEqualTo(years.stream().map(WarehouseContract::counted).toList()));
            assertThat(values.get("overval-bedrijf"))
                    .containsExactly(counted(6), counted(2), new IndicatorValue.Unknown(), counted(3), counted(1));
            assertThat(answers)
                    .extracting(series -> PercentageChange.between(
                            series.points().get(3).value(),
                            series.points().get(4).value()))
                    .containsExactlyElementsOf(IntStream.of(16, -67, 300, 24, -23, 3, -7, -2, 9)
                            .mapToObj(OptionalInt::of)
                            .toList());
        }

        @Test
        void areZeroOnlyWhereDeliveredAndUnknownElsewhere() {
            deliver(1, "2022-01", "2022-12", "accepted", 1, KNOWN);
            deliver(2, "2023-01", "2023-11", "accepted", 1, KNOWN);
            count("politie.A40", WYCK, YearMonth.of(2023, 5), KNOWN, 3, 0, 1);

            assertThat(values(latest("zakkenrollerij", MAASTRICHT, Period.year(2021), Period.year(2023))))
                    .containsExactly(new IndicatorValue.Unknown(), counted(0), new IndicatorValue.Unknown());
            assertThat(values(latest("zakkenrollerij", WYCK, Period.quarter(2023, 2), Period.quarter(2023, 4))))
                    .containsExactly(counted(3), counted(0), new IndicatorValue.Unknown());
            assertThat(values(latest("zakkenrollerij", BINNENSTAD, Period.month(2023, 10), Period.month(2023, 12))))
                    .containsExactly(counted(0), counted(0), new IndicatorValue.Unknown());
        }

        @Test
        void areUnknownWhereOneContributionIsUnknown() {
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);
            count("politie.A20", WYCK, YearMonth.of(2023, 1), KNOWN, 4, 0, 1);
            count("politie.A30", WYCK, YearMonth.of(2023, 1), KNOWN, 7, 1, 2);
            count("politie.A20", RANDWYCK, YearMonth.of(2023, 1), KNOWN, 2, 0, 1);

            assertThat(values(latest("woninginbraak", WYCK, Period.month(2023, 1), Period.month(2023, 2))))
                    .containsExactly(new IndicatorValue.Unknown(), counted(0));
            assertThat(values(latest("woninginbraak", CENTRUM, Period.year(2023), Period.year(2023))))
                    .containsExactly(new IndicatorValue.Unknown());
            assertThat(values(latest("woninginbraak", RANDWYCK, Period.year(2023), Period.year(2023))))
                    .containsExactly(counted(2));
        }

        @Test
        void ofAWijkAreItsBuurtenAndOfTheMunicipalityAllBuurtenAndTheRemainder() {
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);
            count("politie.A40", BINNENSTAD, YearMonth.of(2023, 5), KNOWN, 3, 0, 1);
            count("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);
            count("politie.A40", RANDWYCK, YearMonth.of(2023, 6), KNOWN, 7, 0, 1);
            count("politie.A40", REMAINDER, YearMonth.of(2023, 6), KNOWN, 11, 0, 1);
            count("politie.A50", WYCK, YearMonth.of(2023, 6), KNOWN, 1000, 0, 1);
            List<AreaCode> areas =
                    List.of(MAASTRICHT, CENTRUM, new AreaCode("WK093506"), BINNENSTAD, WYCK, RANDWYCK, REMAINDER);

            List<IndicatorSeries> answers = query.series(areas.stream()
                    .map(area -> SeriesRequest.latest(
                            new IndicatorId("zakkenrollerij"), area, Period.year(2023), Period.year(2023)))
                    .toList());

            assertThat(answers).extracting(series -> series.request().area()).isEqualTo(areas);
            assertThat(answers)
                    .flatExtracting(WarehouseContract::values)
                    .containsExactly(
                            counted(26), counted(8), counted(7), counted(3), counted(5), counted(7), counted(11));
        }

        @Test
        void areTheNewestStandKnownAtTheReferenceDate() {
            Instant first = Instant.parse("2024-01-15T00:00:00Z");
            Instant second = Instant.parse("2024-02-15T00:00:00Z");
            deliver(1, "2023-01", "2023-12", "accepted", 1, first);
            count("politie.A40", WYCK, YearMonth.of(2023, 6), first, 433, 0, 1);
            count("politie.A40", WYCK, YearMonth.of(2023, 6), second, 434, 0, 2);
            Period year = Period.year(2023);

            assertThat(query.series(List.of(
                            request("zakkenrollerij", MAASTRICHT, year, year, first.minusMillis(1)),
                            request("zakkenrollerij", MAASTRICHT, year, year, first),
                            request("zakkenrollerij", MAASTRICHT, year, year, second.minusMillis(1)),
                            request("zakkenrollerij", MAASTRICHT, year, year, second),
                            SeriesRequest.latest(new IndicatorId("zakkenrollerij"), MAASTRICHT, year, year))))
                    .flatExtracting(WarehouseContract::values)
                    .containsExactly(
                            new IndicatorValue.Unknown(),
                            new Counted(433, ValueStatus.VOORLOPIG),
                            new Counted(433, ValueStatus.VOORLOPIG),
                            new Counted(434, ValueStatus.VOORLOPIG),
                            counted(434));
        }

        @Test
        void doNotDependOnDuplicatesOrTheOrderOfRowsForOneMoment() {
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);
            List<MonthlyCountRow> rows = List.of(
                    cell("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 5, 0, 1),
                    cell("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 3, 0, 3),
                    cell("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 4, 1, 2),
                    cell("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN.minusSeconds(60), 99, 0, 9));
            for (int seed = 0; seed < 5; seed++) {
                execute("TRUNCATE TABLE mart.monthly_count");
                List<MonthlyCountRow> shuffled = new ArrayList<>(rows);
                shuffled.addAll(rows);
                Collections.shuffle(shuffled, new Random(seed));
                shuffled.forEach(row -> writer.write(WarehouseTable.MONTHLY_COUNT, List.of(row)));

                assertThat(values(latest("zakkenrollerij", WYCK, Period.year(2023), Period.year(2023))))
                        .as("seed %s", seed)
                        .containsExactly(counted(3));
            }
        }

        @Test
        void areUnknownAgainWhenADeliveryIsWithdrawnButNotForAnEarlierReferenceDate() {
            Instant withdrawal = KNOWN.plusSeconds(3600);
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);
            deliver(1, "2023-01", "2023-12", "withdrawn", 2, withdrawal);
            Period year = Period.year(2023);

            assertThat(query.series(List.of(
                            request("straatroof", MAASTRICHT, year, year, withdrawal.minusMillis(1)),
                            SeriesRequest.latest(new IndicatorId("straatroof"), MAASTRICHT, year, year))))
                    .flatExtracting(WarehouseContract::values)
                    .containsExactly(new Counted(0, ValueStatus.VOORLOPIG), new IndicatorValue.Unknown());
        }

        @Test
        void areUnknownWhenTheDeliveryIsDeleted() {
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(event(
                            "delivery",
                            "{\"delivery_id\":1}",
                            1,
                            2,
                            1,
                            "d",
                            true,
                            deliveryRow(1, "2023-01", "2023-12", "accepted"))));

            assertThat(values(latest("straatroof", MAASTRICHT, Period.year(2023), Period.year(2023))))
                    .containsExactly(new IndicatorValue.Unknown());
        }

        @Test
        void coverMonthsOnceWhenDeliveriesOverlap() {
            deliver(1, "2023-01", "2023-06", "accepted", 1, KNOWN);
            deliver(2, "2023-04", "2023-09", "accepted", 1, KNOWN);

            assertThat(values(latest("straatroof", MAASTRICHT, Period.year(2023), Period.year(2023))))
                    .containsExactly(new IndicatorValue.Unknown());
        }

        @Test
        void doNotApplyOutsideTheDefinition() {
            deliver(1, "2018-01", "2023-12", "accepted", 1, KNOWN);

            assertThat(values(latest("straatroof", MAASTRICHT, Period.year(2018), Period.year(2019))))
                    .containsExactly(new IndicatorValue.NotApplicable(), counted(0));
        }

        @Test
        void areProvisionalForTheNewestMonths() {
            deliver(1, "2026-01", "2026-10", "accepted", 1, KNOWN);

            assertThat(values(latest("straatroof", MAASTRICHT, Period.month(2026, 7), Period.month(2026, 8))))
                    .containsExactly(new Counted(0, ValueStatus.DEFINITIEF), new Counted(0, ValueStatus.VOORLOPIG));
        }

        @Test
        void answerManyRequestsInTheOrderAsked() {
            deliver(1, "2019-01", "2023-12", "accepted", 1, KNOWN);
            List<AreaCode> buurten =
                    Areas.load().ofKind(AreaKind.BUURT).stream().map(Area::code).toList();
            List<SeriesRequest> requests = rowsOfTheTables()
                    .flatMap(indicator -> buurten.stream()
                            .map(buurt -> SeriesRequest.latest(
                                    indicator.id(), buurt, Period.month(2019, 1), Period.month(2023, 12))))
                    .toList();

            List<IndicatorSeries> answers = query.series(requests);

            assertThat(answers).extracting(IndicatorSeries::request).isEqualTo(requests);
            assertThat(answers)
                    .allSatisfy(series -> assertThat(series.points())
                            .hasSize(60)
                            .allSatisfy(point -> assertThat(point.value()).isEqualTo(counted(0))));
        }

        @Test
        void areRefusedForAnIndicatorOrAreaThatDoesNotExist() {
            assertThatThrownBy(() -> latest("niet-bestaand", MAASTRICHT, Period.year(2023), Period.year(2023)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("niet-bestaand");
            assertThatThrownBy(() -> latest("straatroof", new AreaCode("GM0363"), Period.year(2023), Period.year(2023)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("GM0363");
        }

        private void spread(Indicator indicator, int year, int total) {
            List<String> measures = indicator.measure().source().orElseThrow().measures();
            List<AreaCode> leaves = List.of(BINNENSTAD, RANDWYCK, REMAINDER);
            int parts = measures.size() * leaves.size();
            for (int part = 0; part < parts; part++) {
                int share = total / parts + (part < total % parts ? 1 : 0);
                count(
                        measures.get(part % measures.size()),
                        leaves.get(part / measures.size()),
                        YearMonth.of(year, 1 + part % 12),
                        KNOWN,
                        share,
                        0,
                        1);
            }
        }

        /** The rows of the two crime tables, which the police registers by class. */
        private Stream<Indicator> rowsOfTheTables() {
            return Stream.of("hic", "vvc").flatMap(group -> catalogue.inGroup(group).stream());
        }

        private Indicator indicator(String id) {
            return catalogue.find(new IndicatorId(id)).orElseThrow();
        }

        private IndicatorSeries latest(String id, AreaCode area, Period from, Period to) {
            return query.series(List.of(SeriesRequest.latest(new IndicatorId(id), area, from, to)))
                    .get(0);
        }

        private SeriesRequest request(String id, AreaCode area, Period from, Period to, Instant peildatum) {
            return new SeriesRequest(new IndicatorId(id), area, from, to, peildatum);
        }
    }

    /** Rows of casework, with all that can happen to them. */
    @Nested
    class Casework {

        private static final String CASE = "ondermijning.case_step";
        private static final Instant FIRST = Instant.parse("2024-01-15T00:00:00Z");
        private static final Instant SECOND = Instant.parse("2024-02-15T00:00:00Z");
        private static final Instant THIRD = Instant.parse("2024-03-15T00:00:00Z");

        private final IndicatorQuery samples =
                new ClickHouseIndicatorQuery(connection, SampleCatalogue.catalogue(), Areas.load(), CLOCK);
        private final Period year = Period.year(2023);

        @Test
        void isCountedAsItWasKnown() {
            keep("ondermijning", "lwo", "2023-01", "2023-12", "published_year", FIRST);
            step(1, 1, FIRST, "2023-03-01", null, "BU09350006", "lwo");
            step(2, 1, FIRST, "2023-04-01", null, "BU09350006", "lwo");
            step(3, 1, FIRST, "2023-05-01", null, "BU09359999", "mot");
            step(3, 2, SECOND, "2023-05-01", null, "BU09359999", "lwo");
            step(2, 2, SECOND, "2022-12-31", null, "BU09350006", "lwo");
            write(CASE, "{\"case_step_id\":1}", 2, THIRD, true, "{\"case_step_id\":1,\"step\":\"lwo\"}");
            step(4, 1, THIRD, "2023-06-30", null, "BU09350600", "lwo");

            assertThat(at("lwo-casussen", MAASTRICHT, FIRST.minusMillis(1), FIRST, SECOND, THIRD))
                    .containsExactly(new IndicatorValue.Unknown(), provisional(2), provisional(2), provisional(2));
            assertThat(at("lwo-casussen", WYCK, FIRST, SECOND, THIRD))
                    .containsExactly(provisional(2), provisional(1), provisional(0));
            assertThat(at("lwo-casussen", RANDWYCK, SECOND, THIRD)).containsExactly(provisional(0), provisional(1));
        }

        @Test
        void doesNotDependOnTheOrderOfArrivalNorOnDuplicates() {
            keep("ondermijning", "lwo", "2023-01", "2023-12", "published_year", FIRST);
            for (int seed = 0; seed < 3; seed++) {
                execute("ALTER TABLE core.casework_change DELETE WHERE source_table = 'case_step'"
                        + " SETTINGS mutations_sync = 1");
                List<Runnable> changes = new ArrayList<>();
                for (int twice = 0; twice < 2; twice++) {
                    changes.add(() -> step(1, 1, FIRST, "2023-03-01", null, "BU09350006", "mot"));
                    changes.add(() -> step(1, 2, FIRST, "2023-03-01", null, "BU09350006", "lwo"));
                    changes.add(() -> step(2, 7, FIRST, "2023-03-01", null, "BU09350006", "mot"));
                    changes.add(() -> step(2, 6, SECOND, "2023-03-01", null, "BU09350006", "lwo"));
                }
                Collections.shuffle(changes, new Random(seed));
                changes.forEach(Runnable::run);

                assertThat(at("lwo-casussen", MAASTRICHT, THIRD))
                        .as("seed %s", seed)
                        .containsExactly(provisional(1));
            }
        }

        @Test
        void countsNoRowThatIsWithdrawnOrHasNoDate() {
            keep("ondermijning", "lwo", "2023-01", "2023-12", "published_year", FIRST);
            write(CASE, "{\"case_step_id\":1}", 1, FIRST, false, """
                    {"case_step_id":1,"step":"lwo","pass_number":1,"entered_on":"2023-03-01","buurt_code":"BU09350006",\
                    "is_withdrawn":true}""");
            write(CASE, "{\"case_step_id\":2}", 1, FIRST, false, """
                    {"case_step_id":2,"step":"lwo","pass_number":1,"entered_on":null,"buurt_code":"BU09350006",\
                    "is_withdrawn":false}""");
            write(CASE, "{\"case_step_id\":3}", 1, FIRST, false, """
                    {"case_step_id":3,"step":"lwo","pass_number":2,"entered_on":"2023-03-01","buurt_code":"BU09350006",\
                    "is_withdrawn":false}""");
            write(CASE, "{\"case_step_id\":4}", 1, FIRST, false, """
                    {"case_step_id":4,"step":"lwo","pass_number":1,"entered_on":"2023-02-30","buurt_code":"BU09350006",\
                    "is_withdrawn":false}""");
            write(CASE, "{\"case_step_id\":5}", 1, FIRST, false, "");

            assertThat(answer("lwo-casussen", MAASTRICHT, year)).isEqualTo(counted(0));
        }

        @Test
        void isZeroOnlyInMonthsThatWereKept() {
            keep("ondermijning", "lwo", "2023-01", "2023-11", "published_year", FIRST);
            keep("onderschat", "lwo", "2023-12", "2023-12", "published_year", FIRST);
            step(1, 1, FIRST, "2023-12-01", null, "BU09350006", "lwo");

            assertThat(answer("lwo-casussen", MAASTRICHT, Period.month(2023, 11)))
                    .isEqualTo(counted(0));
            assertThat(answer("lwo-casussen", MAASTRICHT, Period.month(2023, 12)))
                    .isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("lwo-casussen", MAASTRICHT, year)).isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("mot-casussen", MAASTRICHT, Period.month(2023, 11)))
                    .isEqualTo(new IndicatorValue.Unknown());
        }

        @Test
        void addsUpAmountsOfWhichNoneMayBeUnknown() {
            keep("onderschat", "conversation", "2023-01", "2023-12", "published_year", FIRST);
            conversations(1, "2023-02-01", "120", true);
            conversations(2, "2023-05-01", "31", false);
            conversations(3, "2023-09-01", "null", false);

            assertThat(answer("gesprekken", MAASTRICHT, Period.quarter(2023, 1)))
                    .isEqualTo(counted(120));
            assertThat(marks("gesprekken", Period.quarter(2023, 1)).approximate())
                    .isTrue();
            assertThat(marks("gesprekken", Period.quarter(2023, 2)).approximate())
                    .isFalse();
            assertThat(answer("gesprekken", MAASTRICHT, Period.quarter(2023, 3)))
                    .isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("gesprekken", MAASTRICHT, year)).isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("gesprekken", MAASTRICHT, Period.yearToDate(YearMonth.of(2023, 8))))
                    .isEqualTo(counted(151));
        }

        @Test
        void countsEveryIdentityOnceInEachPeriod() {
            keep("ondermijning", "location_check", "2023-01", "2023-12", "published_year", FIRST);
            check(1, "2023-01-10", "p1:a");
            check(2, "2023-01-20", "p1:a");
            check(3, "2023-02-10", "p1:a");
            check(4, "2023-02-10", "p1:b");

            assertThat(answer("locaties", MAASTRICHT, Period.month(2023, 1))).isEqualTo(counted(1));
            assertThat(answer("locaties", MAASTRICHT, Period.month(2023, 2))).isEqualTo(counted(2));
            assertThat(answer("locaties", MAASTRICHT, year)).isEqualTo(counted(2));
        }

        @Test
        void measuresLeadTimesOfCompleteRows() {
            keep("ondermijning", "lwo", "2022-01", "2023-12", "published_year", FIRST);
            for (int id = 1; id <= 10; id++) {
                step(
                        id,
                        1,
                        FIRST,
                        "2023-01-01",
                        "2023-01-" + String.format(Locale.ROOT, "%02d", 2 * id),
                        "BU09350006",
                        "lwo");
            }
            step(11, 1, FIRST, "2023-01-01", null, "BU09350006", "lwo");
            step(12, 1, FIRST, "2022-01-01", null, "BU09350006", "lwo");
            // what some systems write for "no end", which no column for a date can hold
            step(13, 1, FIRST, "2023-01-01", "9999-12-31", "BU09350006", "lwo");

            assertThat(answer("lwo-mediaan", MAASTRICHT, year)).isEqualTo(measured("10"));
            assertThat(answer("lwo-p90", MAASTRICHT, year)).isEqualTo(measured("17.2"));
            assertThat(answer("lwo-mediaan", MAASTRICHT, Period.year(2022))).isEqualTo(new IndicatorValue.Unknown());
        }

        @Test
        void takesTheNewestLevelInThePeriod() {
            level(
                    "population",
                    "bevolking",
                    "population_at_end",
                    "GM0935",
                    "2022-12-31",
                    "120227",
                    "\"published_year\"");
            level(
                    "population",
                    "bevolking",
                    "population_at_end",
                    "GM0935",
                    "2023-12-31",
                    "125285",
                    "\"published_year\"");
            level("population", "andere", "population_at_end", "GM0935", "2023-12-31", "1", "\"published_year\"");

            assertThat(answer("inwoners", MAASTRICHT, year)).isEqualTo(counted(125_285));
            assertThat(marks("inwoners", year).provenance()).isEqualTo(Provenance.PUBLISHED_YEAR);
            assertThat(answer("inwoners", MAASTRICHT, Period.month(2023, 11))).isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("inwoners", MAASTRICHT, Period.year(2021))).isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("inwoners", WYCK, year)).isEqualTo(new IndicatorValue.Unknown());
        }

        @Test
        void addsUpTheLevelsOfTheRegionWhenNoneLacks() {
            Areas areas = Areas.load();
            AreaCode region = areas.ofKind(AreaKind.REGIO).get(0).code();
            List<AreaCode> parts = areas.division(AreaKind.REGIO).leaves(region, LocalDate.of(2023, 1, 1));
            parts.stream()
                    .skip(1)
                    .forEach(part -> level(
                            "population", "bevolking", "population_at_end", part.value(), "2023-12-31", "1000", null));

            assertThat(answer("inwoners", region, year)).isEqualTo(new IndicatorValue.Unknown());

            level("population", "bevolking", "population_at_end", parts.get(0).value(), "2023-12-31", "1000", null);

            assertThat(answer("inwoners", region, year)).isEqualTo(counted(1_000L * parts.size()));
        }

        @Test
        void tellsTheMarginOfASurvey() {
            write("opendata.perception", "{\"k\":1}", 1, FIRST, false, """
                    {"table":"veiligheidsmonitor","measure":"neighbourhood_safety_mark","area_code":"GM0935",\
                    "period_start":"2023-01-01","value":"7.3","lower_bound":"7.1","upper_bound":"7.50","qualifier":"about",\
                    "status":"provisional","is_withdrawn":false}""");

            IndicatorPoint point = point("rapportcijfer", MAASTRICHT, year);

            assertThat(point.value())
                    .isEqualTo(new IndicatorValue.Measured(new BigDecimal("7.3"), ValueStatus.VOORLOPIG));
            assertThat(point.marks())
                    .isEqualTo(new PointMarks(
                            true,
                            Provenance.UNMARKED,
                            Optional.of(new Margin(new BigDecimal("7.1"), new BigDecimal("7.5")))));
        }

        @Test
        void dividesWhatItCounted() {
            keep("ondermijning", "lwo", "2019-01", "2022-12", "published_period", FIRST);
            keep("ondermijning", "mot", "2019-01", "2022-12", "published_period", FIRST);
            for (int id = 1; id <= 7; id++) {
                step(id, 1, FIRST, "2022-01-01", null, "BU09350006", "lwo");
            }
            step(8, 1, FIRST, "2022-01-01", null, "BU09350006", "mot");
            level("population", "bevolking", "population_at_end", "GM0935", "2022-12-31", "120227", null);

            assertThat(answer("doorzetting", MAASTRICHT, Period.year(2022))).isEqualTo(measured("14.2857"));
            assertThat(answer("doorzetting", MAASTRICHT, Period.span(YearMonth.of(2019, 1), YearMonth.of(2022, 12))))
                    .as("a window of published years tells nothing new")
                    .isEqualTo(measured("14.2857"));
            assertThat(answer("doorzetting", MAASTRICHT, Period.year(2021))).isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("lwo-per-inwoner", MAASTRICHT, Period.year(2022))).isEqualTo(measured("0.5822"));
        }

        @Test
        void withholdsSmallNumbers() {
            keep("ondermijning", "mot", "2022-01", "2023-12", "published_year", FIRST);
            for (int id = 1; id <= 4; id++) {
                step(id, 1, FIRST, "2022-01-01", null, "BU09350006", "mot");
            }

            assertThat(answer("mot-casussen", WYCK, Period.year(2022))).isEqualTo(new IndicatorValue.Suppressed());
            assertThat(answer("mot-casussen", MAASTRICHT, Period.month(2022, 1)))
                    .isEqualTo(new IndicatorValue.Suppressed());
            assertThat(answer("mot-casussen", MAASTRICHT, Period.year(2022))).isEqualTo(counted(4));
            assertThat(answer("mot-casussen", WYCK, year)).isEqualTo(counted(0));
        }

        @Test
        void saysWhatIsPublishedByTheWeakestMonth() {
            keep("ondermijning", "lwo", "2022-01", "2022-12", "published_year", FIRST);
            keep("ondermijning", "lwo", "2023-01", "2023-06", "published_period", FIRST);
            keep("ondermijning", "lwo", "2023-07", "2023-12", "demonstration", SECOND);

            assertThat(marks("lwo-casussen", Period.year(2022)).provenance()).isEqualTo(Provenance.PUBLISHED_YEAR);
            assertThat(marks("lwo-casussen", Period.rollingYear(YearMonth.of(2023, 3)))
                            .provenance())
                    .isEqualTo(Provenance.PUBLISHED_PERIOD);
            assertThat(marks("lwo-casussen", year).provenance()).isEqualTo(Provenance.DEMONSTRATION);
            assertThat(at("lwo-casussen", MAASTRICHT, FIRST, SECOND))
                    .containsExactly(new IndicatorValue.Unknown(), provisional(0));
        }

        @Test
        void coversOfTheStreamTheClassesOfTheDeliveries() {
            delivery(1, "2023-01", "2023-12", "\"A10\",\"B10\"", "published_year");
            delivery(2, "2024-01", "2024-12", "\"A10\"", "demonstration");
            delivery(3, "2024-12", "2025-01", "\"B10\",\"A10\"", "demonstration");
            count("politie.A10", WYCK, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);
            count("politie.B10", WYCK, YearMonth.of(2023, 6), KNOWN, 2, 0, 1);

            assertThat(answer("auto", MAASTRICHT, year)).isEqualTo(counted(7));
            assertThat(marks("auto", year).provenance()).isEqualTo(Provenance.PUBLISHED_YEAR);
            assertThat(answer("auto", MAASTRICHT, Period.year(2024))).isEqualTo(new IndicatorValue.Unknown());
            assertThat(answer("auto", MAASTRICHT, Period.month(2024, 12))).isEqualTo(counted(0));
            assertThat(marks("auto", Period.month(2024, 12)).provenance()).isEqualTo(Provenance.DEMONSTRATION);
        }

        @Test
        void belongsToEveryAreaThatHoldsItsBuurt() {
            keep("ondermijning", "lwo", "2023-01", "2023-12", "published_year", FIRST);
            step(1, 1, FIRST, "2023-03-01", null, "BU09350006", "lwo");
            step(2, 1, FIRST, "2023-03-01", null, "BU09350600", "lwo");
            step(3, 1, FIRST, "2023-03-01", null, "BU09359999", "lwo");
            step(4, 1, FIRST, "2023-03-01", null, "BU03630000", "lwo");

            assertThat(answer("lwo-casussen", MAASTRICHT, year)).isEqualTo(counted(3));
            assertThat(answer("lwo-casussen", CENTRUM, year)).isEqualTo(counted(1));
            assertThat(answer("lwo-casussen", WYCK, year)).isEqualTo(counted(1));
            assertThat(answer("lwo-casussen", REMAINDER, year)).isEqualTo(counted(1));
        }

        @Test
        void chosenByAValueThatOnlyHasToBeThere() {
            keep("bestuurlijk", "bibob_screening", "2023-01", "2023-12", "published_year", FIRST);
            write("bestuurlijk.bibob_screening", "{\"id\":1}", 1, FIRST, false, """
                    {"screened_on":"2023-03-01","deepened_on":"2023-04-01","buurt_code":"BU09350006","is_withdrawn":false}""");
            write("bestuurlijk.bibob_screening", "{\"id\":2}", 1, FIRST, false, """
                    {"screened_on":"2023-03-01","deepened_on":null,"buurt_code":"BU09350006","is_withdrawn":false}""");

            assertThat(answer("verdiept", MAASTRICHT, year)).isEqualTo(counted(1));
        }

        @Test
        void chosenByAnyText() {
            keep("ondermijning", "lwo", "2023-01", "2023-12", "published_year", FIRST);
            step(1, 1, FIRST, "2023-03-01", null, "BU09350006", "it's \\\"a\\\\b\\\"\\n");

            assertThat(answer("aanhaling", MAASTRICHT, year)).isEqualTo(counted(1));
        }

        @Test
        void isNotKeptOfTablesThatTheStreamCounts() {
            write(
                    "politiecijfers.registration",
                    "{\"registration_id\":1}",
                    1,
                    FIRST,
                    false,
                    "{\"month\":\"2023-01-01\"}");
            write("melddesk.report", "{\"report_id\":1}", 1, FIRST, false, "{\"received_on\":\"2023-01-01\"}");

            assertThat(number("SELECT count() FROM core.casework_change")).isZero();
        }

        private List<IndicatorValue> at(String id, AreaCode area, Instant... moments) {
            return samples
                    .series(Stream.of(moments)
                            .map(moment -> new SeriesRequest(new IndicatorId(id), area, year, year, moment))
                            .toList())
                    .stream()
                    .flatMap(series -> values(series).stream())
                    .toList();
        }

        private IndicatorValue answer(String id, AreaCode area, Period period) {
            return point(id, area, period).value();
        }

        private PointMarks marks(String id, Period period) {
            return point(id, MAASTRICHT, period).marks();
        }

        private IndicatorPoint point(String id, AreaCode area, Period period) {
            return samples.series(List.of(SeriesRequest.latest(new IndicatorId(id), area, period, period)))
                    .get(0)
                    .points()
                    .get(0);
        }

        private void keep(String system, String register, String from, String to, String provenance, Instant knownAt) {
            write(
                    system + ".register_period",
                    "{\"register\":\"" + register + "\",\"period_from\":\"" + from + "-01\"}",
                    1,
                    knownAt,
                    false,
                    """
                    {"register":"%s","period_from":"%s-01","period_to":"%s-01","provenance":"%s"}""".formatted(register, from, to, provenance));
        }

        private void delivery(int id, String from, String to, String classes, String provenance) {
            write("politiecijfers.delivery", "{\"delivery_id\":" + id + "}", 1, FIRST, false, """
                    {"delivery_id":%d,"period_from":"%s-01","period_to":"%s-01Z","status":"accepted","police_classes":[%s],\
                    "provenance":"%s"}""".formatted(
                            id, from, to, classes, provenance));
        }

        private void step(
                int id,
                long version,
                Instant knownAt,
                String entered,
                @Nullable String left,
                String buurt,
                String step) {
            write(CASE, "{\"case_step_id\":" + id + "}", version, knownAt, false, """
                    {"case_step_id":%d,"step":"%s","pass_number":1,"entered_on":"%s","left_on":%s,"buurt_code":"%s",\
                    "is_withdrawn":false}""".formatted(
                            id, step, entered, left == null ? "null" : "\"" + left + "\"", buurt));
        }

        private void conversations(int id, String day, String amount, boolean approximate) {
            write("onderschat.conversation_count", "{\"day_number\":" + id + "}", 1, FIRST, false, """
                    {"day_number":"%d","audience":"residents","action_on":"%s","conversation_count":%s,\
                    "is_approximate":%s,"buurt_code":"BU09350006","is_withdrawn":false}""".formatted(
                            id, day, amount, approximate));
        }

        private void check(int id, String day, String location) {
            write("ondermijning.location_check", "{\"location_check_id\":" + id + "}", 1, FIRST, false, """
                    {"location_check_id":%d,"location_number":"%s","checked_on":"%s","is_recheck":false,\
                    "buurt_code":"BU09350006","is_withdrawn":false}""".formatted(
                            id, location, day));
        }

        private void level(
                String table,
                String source,
                String measure,
                String area,
                String day,
                String value,
                @Nullable String provenance) {
            write(
                    "opendata." + table,
                    "{\"table\":\"" + source + "\",\"area\":\"" + area + "\",\"day\":\"" + day + "\"}",
                    1,
                    FIRST,
                    false,
                    """
                    {"table":"%s","measure":"%s","area_code":"%s","period_grain":"year","period_end":"%s","value":"%s",\
                    "status":"definitive","is_withdrawn":false,"provenance":%s}""".formatted(source, measure, area, day, value, provenance));
        }

        private void write(String table, String key, long version, Instant knownAt, boolean deleted, String row) {
            int dot = table.indexOf('.');
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(new ChangeEventRow(
                            table.substring(0, dot),
                            table.substring(dot + 1),
                            key,
                            1,
                            version,
                            1,
                            deleted ? "d" : "u",
                            deleted,
                            row,
                            knownAt.toEpochMilli(),
                            knownAt.toEpochMilli(),
                            table,
                            0,
                            version)));
        }

        private Counted provisional(long count) {
            return new Counted(count, ValueStatus.VOORLOPIG);
        }

        private IndicatorValue.Measured measured(String value) {
            return new IndicatorValue.Measured(new BigDecimal(value), ValueStatus.DEFINITIEF);
        }
    }

    @Nested
    class Quality {

        private final EventPosition position = new EventPosition("politiecijfers.politie.registration", 0, 41);

        @Test
        void freshnessIsTheNewestPerSystem() {
            writer.write(
                    WarehouseTable.FRESHNESS,
                    List.of(new FreshnessRow("melddesk", 5, 6), new FreshnessRow("politiecijfers", 2_000, 3_000)));
            writer.write(WarehouseTable.FRESHNESS, List.of(new FreshnessRow("politiecijfers", 1_000, 2_000)));

            assertThat(new ClickHouseFreshness(connection).perSystem())
                    .containsExactly(
                            new SourceFreshness("melddesk", Instant.ofEpochMilli(5), Instant.ofEpochMilli(6)),
                            new SourceFreshness(
                                    "politiecijfers", Instant.ofEpochMilli(2_000), Instant.ofEpochMilli(3_000)));
        }

        @Test
        void changeSignalMovesWithEveryCountAndDelivery() {
            ChangeSignal signal = new ClickHouseFigureSignal(connection);
            List<String> tokens = new ArrayList<>();
            tokens.add(signal.current());
            count("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);
            tokens.add(signal.current());
            count("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN.minusSeconds(60), 4, 0, 1);
            tokens.add(signal.current());
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN.minusSeconds(60));
            tokens.add(signal.current());
            deliver(1, "2023-01", "2023-12", "withdrawn", 2, KNOWN.minusSeconds(60));
            tokens.add(signal.current());

            assertThat(tokens).doesNotHaveDuplicates();
            assertThat(signal.current()).isEqualTo(tokens.get(4));
        }

        @Test
        void theTokenOfASourceMovesWithItsOwnRowsAlone() {
            FigureSignal signal = new ClickHouseFigureSignal(connection);
            count("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);

            assertThat(moved(signal, () -> count("politie.B72", WYCK, YearMonth.of(2023, 6), KNOWN, 1, 0, 1)))
                    .containsExactly(FigureSource.ofCounts("politie.B72"));
            assertThat(moved(signal, () -> count("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 6, 0, 2)))
                    .as("more of a stand that is there")
                    .containsExactly(FigureSource.ofCounts("politie.A40"));
            assertThat(moved(
                            signal,
                            () -> count("politie.A40", WYCK, YearMonth.of(2022, 1), KNOWN.minusSeconds(60), 4, 0, 1)))
                    .as("what was known before")
                    .containsExactly(FigureSource.ofCounts("politie.A40"));
            assertThat(moved(signal, () -> deliver(1, "2023-01", "2023-12", "withdrawn", 2, KNOWN.minusSeconds(60))))
                    .containsExactly(FigureSource.ofCasework("politiecijfers", "delivery"));
            assertThat(moved(signal, () -> {})).isEmpty();
        }

        private Set<FigureSource> moved(FigureSignal signal, Runnable change) {
            Map<FigureSource, String> before = signal.tokens().bySource();
            change.run();
            Map<FigureSource, String> after = signal.tokens().bySource();
            return after.keySet().stream()
                    .filter(source -> !after.get(source).equals(before.get(source)))
                    .collect(Collectors.toSet());
        }

        /** What takes the place of rows that were merged away at the same time is as many rows, and tells as many changes. */
        @Test
        void theTokenOfASourceMovesWhenWhatComesAndWhatGoesAreAsMuch() {
            FigureSignal signal = new ClickHouseFigureSignal(connection);
            FigureSource source = FigureSource.ofCounts("politie.A40");
            count("politie.A40", WYCK, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);
            count("politie.A40", BINNENSTAD, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);
            String before = signal.tokens().bySource().get(source);
            connection.execute(
                    "Merged away",
                    "ALTER TABLE mart.monthly_count DELETE WHERE area_code = {area:String} SETTINGS mutations_sync = 2",
                    Map.of("area", WYCK.value()));
            count("politie.A40", CENTRUM, YearMonth.of(2023, 6), KNOWN, 5, 0, 1);

            assertThat(signal.tokens().bySource().get(source)).isNotEqualTo(before);
        }

        @Test
        void detectionSignalMovesWithEveryDetectionAndItsCasework() {
            ChangeSignal signal = ClickHouseChangeSignal.ofDetections(connection);
            List<String> tokens = new ArrayList<>();
            tokens.add(signal.current());
            writer.write(
                    WarehouseTable.HOTSPOT_LIFE,
                    List.of(new HotspotLifeRow(
                            "hs-signal", "1.hs-signal", WYCK.value(), KNOWN.toEpochMilli(), 1, "[]", 28, 5, 3)));
            tokens.add(signal.current());
            writer.write(
                    WarehouseTable.CASE_STEP_STATE,
                    List.of(new CaseStepStateRow(
                            "case-signal",
                            "{}",
                            "lwo",
                            1,
                            WYCK.value(),
                            0,
                            null,
                            null,
                            56,
                            "",
                            false,
                            KNOWN.toEpochMilli(),
                            1)));
            tokens.add(signal.current());
            deliver(1, "2023-01", "2023-12", "accepted", 1, KNOWN);
            tokens.add(signal.current());

            assertThat(tokens).doesNotHaveDuplicates();
        }

        @Test
        void qualitySignalMovesWithEveryRefusedEventAndWhatIsDoneWithIt() {
            ChangeSignal signal = ClickHouseChangeSignal.ofQuality(connection);
            List<String> tokens = new ArrayList<>();
            tokens.add(withoutTime(signal));
            writer.write(WarehouseTable.REJECTED_EVENT, List.of(rejected(41, "month-in-future")));
            tokens.add(withoutTime(signal));
            new ClickHouseReplayRequests(connection, Clock.systemUTC()).ask(position, "beheerder");
            tokens.add(withoutTime(signal));
            events().mark(position, RejectedEventState.DISMISSED, "twice");
            tokens.add(withoutTime(signal));
            thresholds().change(fewestReports(Optional.of(4), KNOWN));
            tokens.add(withoutTime(signal));
            thresholds().inForce(StreamThresholds.USUAL, StreamThresholds.USUAL);
            tokens.add(withoutTime(signal));

            assertThat(tokens).doesNotHaveDuplicates();
            assertThat(withoutTime(signal)).isEqualTo(tokens.get(tokens.size() - 1));
        }

        @Test
        void thresholdsAreWhatPeopleChangedAndWhatTheStreamSaidLast() {
            assertThat(thresholds().read()).isEqualTo(new ThresholdStand(StreamThresholds.USUAL, Map.of(), List.of()));

            ThresholdChange first = fewestReports(Optional.of(4), KNOWN);
            ThresholdChange back = fewestReports(Optional.empty(), KNOWN.plusMillis(1));
            thresholds().change(back);
            thresholds().change(first);
            thresholds().change(first);
            StreamThresholds usual = StreamThresholds.USUAL.with(Map.of("per-dag", 40, "hotspot-memory-days", 400));
            thresholds(KNOWN)
                    .inForce(
                            StreamThresholds.of(Map.of("stil-minuten.melddesk", 3)),
                            StreamThresholds.of(Map.of("stil-minuten.melddesk", 3)));
            thresholds(KNOWN.plusMillis(1)).inForce(usual, usual.with(Map.of("per-dag", 50)));

            assertThat(thresholds().read())
                    .as("a source of an earlier start is none of this one")
                    .isEqualTo(new ThresholdStand(
                            usual, usual.with(Map.of("per-dag", 50)).byKey(), List.of(first, back)));
        }

        private ThresholdRegister thresholds() {
            return thresholds(CLOCK.instant());
        }

        private ThresholdRegister thresholds(Instant now) {
            return new ClickHouseThresholdRegister(connection, Clock.fixed(now, ZoneOffset.UTC));
        }

        private static ThresholdChange fewestReports(Optional<Integer> reports, Instant changedAt) {
            return new ThresholdChange("hotspot-reports", reports, changedAt, "BEHEERDER", "te druk");
        }

        @Test
        void signalOfSignalsMovesWithEveryStandOfASignal() {
            ChangeSignal signal = ClickHouseChangeSignal.ofSignals(connection);
            List<String> tokens = new ArrayList<>();
            tokens.add(signal.current());
            writer.write(WarehouseTable.SIGNAL, List.of(stand("first", SignalRow.OPEN, KNOWN, 1)));
            tokens.add(signal.current());
            writer.write(WarehouseTable.SIGNAL, List.of(stand("second", SignalRow.OPEN, KNOWN.minusSeconds(60), 1)));
            tokens.add(signal.current());
            writer.write(WarehouseTable.SIGNAL, List.of(stand("first", SignalRow.OVER, KNOWN, 2)));
            tokens.add(signal.current());

            assertThat(tokens).doesNotHaveDuplicates();
            assertThat(signal.current()).isEqualTo(tokens.get(3));
        }

        private SignalRow stand(String id, String state, Instant knownAt, long version) {
            return new SignalRow(
                    id,
                    "feed-stil",
                    "melddesk",
                    MAASTRICHT.value(),
                    "",
                    state,
                    KNOWN.toEpochMilli(),
                    state.equals(SignalRow.OPEN) ? 0 : knownAt.toEpochMilli(),
                    Map.of(),
                    "Stil.",
                    "Silent.",
                    knownAt.toEpochMilli(),
                    version);
        }

        /** It moves by itself too, every ten seconds. */
        private String withoutTime(ChangeSignal signal) {
            String token = signal.current();
            return token.substring(token.indexOf('-'));
        }

        @Test
        void rejectedEventIsFoundWithItsReason() {
            writer.write(WarehouseTable.REJECTED_EVENT, List.of(rejected(41, "month-in-future")));

            assertThat(events().find(position))
                    .contains(new RejectedEvent(
                            position,
                            "month-in-future",
                            "month 2999-01 lies in the future",
                            "politiecijfers",
                            "registration",
                            "{\"registration_id\":1}",
                            "{\"after\":{\"month\":\"2999-01-01\"}}",
                            KNOWN,
                            RejectedEventState.NEW,
                            ""));
            assertThat(events().find(new EventPosition("other'; DROP TABLE control.rejected_event; --", 0, 41)))
                    .isEmpty();
        }

        @Test
        void rejectedEventsAreListedNewestFirstAndCountedByReason() {
            writer.write(
                    WarehouseTable.REJECTED_EVENT,
                    List.of(
                            rejected(1, "month-in-future"),
                            rejected(2, "contract"),
                            rejected(3, "contract"),
                            rejected(4, "contract")));
            events().mark(new EventPosition(position.topic(), 0, 4), RejectedEventState.DISMISSED, "dubbel");

            assertThat(events().newest(RejectedEventState.NEW, 2))
                    .extracting(event -> event.position().offset())
                    .containsExactly(3L, 2L);
            assertThat(events().countByReason(RejectedEventState.NEW))
                    .isEqualTo(Map.of("contract", 2L, "month-in-future", 1L));
            assertThat(events().countByReason(RejectedEventState.DISMISSED)).isEqualTo(Map.of("contract", 1L));
        }

        @Test
        void markedEventKeepsItsStateWhenItIsRejectedAgain() {
            String note = "hersteld door 'bron'\n\tregel 2 \\ einde";
            writer.write(WarehouseTable.REJECTED_EVENT, List.of(rejected(41, "contract")));

            assertThat(events().mark(position, RejectedEventState.REPLAYED, note))
                    .isTrue();
            writer.write(WarehouseTable.REJECTED_EVENT, List.of(rejected(41, "contract")));

            assertThat(events().find(position)).hasValueSatisfying(event -> {
                assertThat(event.state()).isEqualTo(RejectedEventState.REPLAYED);
                assertThat(event.stateNote()).isEqualTo(note);
            });
        }

        @Test
        void unknownEventIsNotMarked() {
            assertThat(events().mark(position, RejectedEventState.REPLAYED, "")).isFalse();
            assertThat(number("SELECT count() FROM control.rejected_event")).isZero();
        }

        private RejectedEvents events() {
            return new ClickHouseRejectedEvents(connection, Clock.systemUTC());
        }

        private RejectedEventRow rejected(long offset, String reason) {
            return new RejectedEventRow(
                    position.topic(),
                    0,
                    offset,
                    reason,
                    "month 2999-01 lies in the future",
                    "politiecijfers",
                    "registration",
                    "{\"registration_id\":1}",
                    "{\"after\":{\"month\":\"2999-01-01\"}}",
                    KNOWN.toEpochMilli());
        }
    }

    /** What the stream detects. */
    @Nested
    class Detection {

        private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

        @Test
        void aHotspotStandsAsItDoesToday() {
            life("hs-open", KNOWN, 5, -9, -2, 20, 76);
            life("hs-cooling", KNOWN, 5, -40, -30, -12, 44);
            life("hs-closed", KNOWN, 5, -190, -180, -160, -104);

            List<Hotspot> hotspots = new ClickHouseHotspots(connection).all();

            assertThat(hotspots)
                    .extracting(Hotspot::id, Hotspot::state, Hotspot::since, Hotspot::reason, Hotspot::closesOn)
                    .containsExactly(
                            tuple(
                                    "hs-open",
                                    HotspotState.OPEN,
                                    today.minusDays(9),
                                    HotspotReason.GREW,
                                    Optional.of(today.plusDays(76))),
                            tuple(
                                    "hs-cooling",
                                    HotspotState.COOLING,
                                    today.minusDays(12),
                                    HotspotReason.COOLED,
                                    Optional.of(today.plusDays(44))),
                            tuple(
                                    "hs-closed",
                                    HotspotState.CLOSED,
                                    today.minusDays(104),
                                    HotspotReason.CLOSED,
                                    Optional.empty()));
            Hotspot open = hotspots.get(0);
            assertThat(open.area()).isEqualTo(WYCK);
            assertThat(open.category()).isEqualTo(NuisanceCategory.BOTH);
            assertThat(open.reports()).isEqualTo(6);
            assertThat(open.days()).isEqualTo(4);
            assertThat(open.windowDays()).isEqualTo(28);
            assertThat(open.openedOn()).isEqualTo(today.minusDays(9));
            assertThat(open.openings()).isEqualTo(1);
            assertThat(open.casework()).isEmpty();
            assertThat(open.knownAt()).isEqualTo(KNOWN);
        }

        @Test
        void aHotspotWhoseReportsAreGoneIsNone() {
            life("hs-open", KNOWN, 5, -9, -2, 20, 76);
            writer.write(
                    WarehouseTable.HOTSPOT_LIFE,
                    List.of(new HotspotLifeRow(
                            "hs-open",
                            "1.hs-open",
                            WYCK.value(),
                            KNOWN.plusSeconds(1).toEpochMilli(),
                            6,
                            "[]",
                            28,
                            5,
                            3)));

            assertThat(new ClickHouseHotspots(connection).all()).isEmpty();
            assertThat(number("SELECT count() FROM mart.hotspot_change")).isZero();
        }

        @Test
        void aTransitionIsKnownFromTheMomentItFirstWasAndOfOneMomentTheLifeThatKnowsMostCounts() {
            life("hs-open", KNOWN, 5, -9, -2, 20, 76);
            life("hs-open", KNOWN.plusSeconds(5), 7, -9, -2, 21, 77);
            life("hs-open", KNOWN.plusSeconds(5), 6, -5, -1, 30, 86);

            assertThat(connection.query(
                            "Query of the test",
                            "SELECT why, toString(since) AS day, known_at FROM mart.hotspot_change ORDER BY since",
                            Map.of(),
                            row -> row.getString("why") + " " + row.getString("day") + " "
                                    + row.getInstant("known_at")))
                    .containsExactly(
                            "opened " + today.minusDays(9) + " " + KNOWN,
                            "grew " + today.minusDays(2) + " " + KNOWN,
                            "cooled " + today.plusDays(21) + " " + KNOWN.plusSeconds(5),
                            "closed " + today.plusDays(77) + " " + KNOWN.plusSeconds(5));
        }

        @Test
        void caseworkIsFoundByItsLocation() {
            life("hs-open", KNOWN, 5, -9, -2, 20, 76);
            casework(1, "1.hs-open", "potential", null, 10);
            casework(2, "1.hs-open", "plan", "veiligheid", 20);
            casework(3, "1.elsewhere", "dismissed", null, 30);

            assertThat(new ClickHouseHotspots(connection).all())
                    .singleElement()
                    .extracting(Hotspot::casework)
                    .isEqualTo(Optional.of(new HotspotCasework(
                            "plan", Optional.of("veiligheid"), Optional.of("oov"), "public_space")));
        }

        @Test
        void openCasesStandByStepWithTheirAge() {
            step("c1", "lwo", -70, null, -9L, 60, KNOWN, 1);
            step("c2", "lwo", -10, null, 51L, 60, KNOWN, 1);
            step("c3", "lwo", -90, -50L, null, 60, KNOWN, 1);
            step("c4", "atom", -10, null, 81L, 90, KNOWN, 1);
            step("c4", "atom", -10, -2L, null, 90, KNOWN.plusSeconds(1), 2);
            step("c5", "mot", -10, null, 171L, 180, KNOWN, 1);

            assertThat(new ClickHouseCaseProgress(connection).openSteps())
                    .containsExactly(
                            new StepProgress(
                                    "lwo",
                                    60,
                                    List.of(
                                            new OpenStep(1, today.minusDays(70), 70, Optional.of(today.minusDays(9))),
                                            new OpenStep(1, today.minusDays(10), 10, Optional.empty()))),
                            new StepProgress(
                                    "mot", 180, List.of(new OpenStep(1, today.minusDays(10), 10, Optional.empty()))));
        }

        private void life(String id, Instant knownAt, long changes, int opened, int grew, int cooled, int closed) {
            writer.write(
                    WarehouseTable.HOTSPOT_LIFE,
                    List.of(new HotspotLifeRow(
                            id,
                            "1." + id,
                            WYCK.value(),
                            knownAt.toEpochMilli(),
                            changes,
                            """
                            [["%s","opened",5,3,"persons"],["%s","grew",6,4,"both"],["%s","cooled",4,3,"both"],\
                            ["%s","closed",0,0,"both"]]""".formatted(
                                            today.plusDays(opened),
                                            today.plusDays(grew),
                                            today.plusDays(cooled),
                                            today.plusDays(closed)),
                            28,
                            5,
                            3)));
        }

        private void casework(int number, String location, String status, @Nullable String outcome, int day) {
            String row = """
                    {"hotspot_number":"1.h%d","location_number":"%s","origin":"public_space","detected_on":"2026-01-%d",\
                    "outcome":%s,"lead":%s,"status":"%s","is_withdrawn":false}""".formatted(
                            number,
                            location,
                            day,
                            outcome == null ? "null" : "\"" + outcome + "\"",
                            outcome == null ? "null" : "\"oov\"",
                            status);
            writer.write(
                    WarehouseTable.CHANGE_EVENT,
                    List.of(new ChangeEventRow(
                            "melddesk",
                            "hotspot",
                            "{\"hotspot_number\":\"1.h" + number + "\"}",
                            1,
                            number,
                            1,
                            "c",
                            false,
                            row,
                            0,
                            KNOWN.toEpochMilli(),
                            "t",
                            0,
                            number)));
        }

        private void step(
                String key,
                String step,
                int entered,
                @Nullable Long left,
                @Nullable Long stagnates,
                int norm,
                Instant knownAt,
                long changes) {
            writer.write(
                    WarehouseTable.CASE_STEP_STATE,
                    List.of(new CaseStepStateRow(
                            key,
                            "{}",
                            step,
                            1,
                            WYCK.value(),
                            today.plusDays(entered).toEpochDay(),
                            left == null ? null : today.plusDays(left).toEpochDay(),
                            stagnates == null ? null : today.plusDays(stagnates).toEpochDay(),
                            norm,
                            "",
                            false,
                            knownAt.toEpochMilli(),
                            changes)));
        }
    }

    private void deliver(long id, String from, String to, String status, long version, Instant knownAt) {
        ChangeEventRow row = event(
                "delivery",
                "{\"delivery_id\":" + id + "}",
                1,
                version,
                1,
                "u",
                false,
                deliveryRow(id, from, to, status));
        writer.write(
                WarehouseTable.CHANGE_EVENT,
                List.of(new ChangeEventRow(
                        row.sourceSystem(),
                        row.sourceTable(),
                        row.key(),
                        row.epoch(),
                        row.lsn(),
                        row.order(),
                        row.op(),
                        row.deleted(),
                        row.row(),
                        row.sourceAtMillis(),
                        knownAt.toEpochMilli(),
                        row.topic(),
                        row.partition(),
                        row.offset())));
    }

    private static String deliveryRow(long id, String from, String to, String status) {
        return """
                {"delivery_id":%d,"reference":"p1:abc","period_from":"%s-01","period_to":"%s-01Z",\
                "delivered_at":"2024-01-15T08:00:00Z","status":"%s"}""".formatted(id, from, to, status);
    }

    private static ChangeEventRow event(
            String table, String key, long epoch, long lsn, long order, String op, boolean deleted, String row) {
        return new ChangeEventRow(
                "politiecijfers",
                table,
                key,
                epoch,
                lsn,
                order,
                op,
                deleted,
                row,
                KNOWN.toEpochMilli() - 1_000,
                KNOWN.toEpochMilli(),
                "politiecijfers.politie." + table,
                0,
                lsn);
    }

    private void count(
            String measure, AreaCode area, YearMonth month, Instant knownAt, long count, long unknown, long changes) {
        writer.write(
                WarehouseTable.MONTHLY_COUNT, List.of(cell(measure, area, month, knownAt, count, unknown, changes)));
    }

    private static MonthlyCountRow cell(
            String measure, AreaCode area, YearMonth month, Instant knownAt, long count, long unknown, long changes) {
        return new MonthlyCountRow(
                measure, area.value(), month.atDay(1).toEpochDay(), knownAt.toEpochMilli(), count, unknown, changes);
    }

    private static Counted counted(long count) {
        return new Counted(count, ValueStatus.DEFINITIEF);
    }

    private static List<IndicatorValue> values(IndicatorSeries series) {
        return series.points().stream().map(IndicatorPoint::value).toList();
    }
}
