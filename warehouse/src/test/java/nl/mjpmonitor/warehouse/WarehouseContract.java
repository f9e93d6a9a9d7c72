package nl.mjpmonitor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
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
import nl.mjpmonitor.warehouse.indicators.ClickHouseIndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.PercentageChange;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseFreshness;
import nl.mjpmonitor.warehouse.quality.ClickHouseRejectedEvents;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import nl.mjpmonitor.warehouse.rows.WarehouseWriter;
import nl.mjpmonitor.warehouse.schema.MigrationException;
import nl.mjpmonitor.warehouse.schema.Migrations;
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
                        "mart.monthly_count",
                        "control.rejected_event",
                        "control.freshness")
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
            ChangeSignal signal = new ClickHouseChangeSignal(connection);
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
