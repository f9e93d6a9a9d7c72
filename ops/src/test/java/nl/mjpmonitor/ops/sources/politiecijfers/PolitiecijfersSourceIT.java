package nl.mjpmonitor.ops.sources.politiecijfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The source on a real PostgreSQL. Tests that change rows roll back. */
class PolitiecijfersSourceIT {
    private static final String PASSWORD = "a password of 'the' test";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CAPTURED_TABLES =
            List.of("delivery", "nuisance_kind", "offence_kind", "offence_kind_class", "police_class", "registration");
    private static final String PERMISSION_DENIED = "42501";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final int MOST_ROWS = 90_000;
    private static final String CLASSES_OF_THE_TABLES = "SELECT array_to_string(police_classes, ' ')"
            + " FROM politie.delivery WHERE reference = 'DEMO-BVH-MAASTRICHT-2019-2022' AND provenance = 'published_year'";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startSource() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("wal_level", "logical")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "20")
                .start();
        createDatabase(PolitiecijfersSource.DATABASE);
        try (Connection connection = owner()) {
            PolitiecijfersSource.createSchema(connection, PASSWORD);
            assertThat(PolitiecijfersSource.fill(connection, PolitiecijfersSource.DEMO_SEED, LAST_DAY))
                    .isTrue();
        }
    }

    @AfterAll
    static void stopSource() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void createsAndFillsOnceHoweverOftenItIsAsked() throws SQLException {
        try (Connection connection = owner()) {
            String before = contents(connection);

            PolitiecijfersSource.createSchema(connection, PASSWORD);
            PolitiecijfersSource.createSchema(connection, PASSWORD);
            boolean filledAgain = PolitiecijfersSource.fill(connection, 1, LAST_DAY);

            assertThat(filledAgain).isFalse();
            assertThat(contents(connection)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void leavesNothingBehindWhenFillingFails() throws SQLException {
        createDatabase("half");
        try (Connection connection = connect("half", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            PolitiecijfersSource.createSchema(connection, PASSWORD);
            statement.execute("ALTER TABLE politie.registration ADD CHECK (month < date '2023-06-01')");

            assertThatThrownBy(() -> PolitiecijfersSource.fill(connection, 1, LAST_DAY))
                    .isInstanceOf(SQLException.class);

            assertThat(number(connection, "SELECT count(*) FROM politie.delivery"))
                    .isZero();
            assertThat(number(connection, "SELECT count(*) FROM politie.police_class"))
                    .isZero();
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void refusesABlankPassword() throws SQLException {
        try (Connection connection = owner()) {
            assertThatThrownBy(() -> PolitiecijfersSource.createSchema(connection, " "))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mjp_replication");
        }
    }

    /** By kind of offence, or by class where the kind is too coarse for the table. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "1.1.1, '', 357, 222, 130, 167, 193",
                "1.4.7, B73, 6, 2, ?, 3, 1",
                "1.4.7, B72, 6, 3, 2, 1, 4",
                "1.4.6, '', 38, 34, 27, 21, 26",
                "1.2.1, '', 529, 231, 306, 535, 413",
                "1.2.3, '', 1596, 1013, 828, 1135, 1169",
                "1.4.3, '', 44, 26, 36, 29, 27",
                "2.2.1, '', 777, 680, 632, 659, 648",
                "1.2.4, '', 434, 227, 195, 312, 341"
            })
    void holdsEveryNumberOfBothTables(
            String kind,
            String policeClass,
            Integer in2019,
            Integer in2020,
            Integer in2021,
            Integer in2022,
            Integer in2023)
            throws SQLException {
        String sql = """
                SELECT CASE WHEN bool_or(registration_count IS NULL) THEN NULL ELSE sum(registration_count) END
                FROM politie.registration JOIN politie.offence_kind_class ON class_code = police_class
                WHERE kind_code = '%s' AND '%s' IN ('', police_class) AND NOT is_withdrawn AND month < '2024-01-01'
                GROUP BY extract(year FROM month) ORDER BY extract(year FROM month)""".formatted(kind, policeClass);

        assertThat(column(sql))
                .containsExactlyElementsOf(Arrays.asList(in2019, in2020, in2021, in2022, in2023).stream()
                        .map(number -> number == null ? null : number.toString())
                        .toList());
    }

    /** The rule of docs/source-systems.md. */
    @ParameterizedTest
    @CsvSource({
        "A40, 2019-01-01, 2023-12-01, published_year",
        "A40, 2024-01-01, 2026-10-01, demonstration",
        "E38, 2018-01-01, 2026-10-01, demonstration"
    })
    void coversAClassInTheseMonths(String policeClass, LocalDate from, LocalDate to, String provenance)
            throws SQLException {
        String sql = """
                SELECT DISTINCT month::date FROM politie.delivery,
                    generate_series(period_from::timestamp, period_to, interval '1 month') AS month
                WHERE status = 'accepted' AND '%s' = ANY (police_classes) AND provenance = '%s' ORDER BY 1""".formatted(policeClass, provenance);

        assertThat(column(sql))
                .containsExactlyElementsOf(from.datesUntil(to.plusMonths(1), Period.ofMonths(1))
                        .map(LocalDate::toString)
                        .toList());
    }

    @Test
    void coversAPublishedMonthByItsOwnDeliveryOnly() throws SQLException {
        assertThat(column("SELECT count(*) FROM politie.delivery a JOIN politie.delivery b"
                        + " ON a.police_classes && b.police_classes AND a.delivery_id < b.delivery_id"
                        + " AND a.period_to >= b.period_from AND b.period_to >= a.period_from"
                        + " AND 'published_year' IN (a.provenance, b.provenance)"))
                .containsExactly("0");
    }

    @Test
    void hasADeliveryThatWasWithdrawnAndMadeAgain() throws SQLException {
        assertThat(column("SELECT again.reference FROM politie.delivery AS once JOIN politie.delivery AS again"
                        + " USING (period_from, period_to, police_classes)"
                        + " WHERE once.status = 'withdrawn' AND again.status = 'accepted'"
                        + " AND again.delivered_at > once.delivered_at"))
                .containsExactly("DEMO-BVH-MAASTRICHT-2025-03-HERZIEN");
        assertThat(column("SELECT count(*) FROM politie.registration JOIN politie.delivery USING (delivery_id)"
                        + " WHERE status = 'withdrawn'"))
                .containsExactly("0");
    }

    @Test
    void staysModerate() throws SQLException {
        assertThat(Integer.parseInt(only(column("SELECT count(*) FROM politie.registration"))))
                .isBetween(30_000, MOST_ROWS);
        assertThat(column("SELECT count(*) FROM politie.registration WHERE registration_count = 0"))
                .containsExactly("0");
    }

    @Test
    void holdsNothingThatWasNotYetDelivered() throws SQLException {
        createDatabase("early");
        try (Connection connection = connect("early", "postgres", "postgres")) {
            PolitiecijfersSource.createSchema(connection, PASSWORD);
            new PolitiecijfersSystem(Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC))
                    .fill(connection, 1, YearMonth.of(2025, 4));

            assertThat(column(connection, "SELECT max(delivered_at)::date FROM politie.delivery"))
                    .containsExactly("2025-04-22");
            assertThat(column(connection, "SELECT max(month) FROM politie.registration"))
                    .containsExactly("2025-03-01");
        }
    }

    @Test
    void statesOnlyCellsOfTheClassesAndMonthsOfTheirDelivery() throws SQLException {
        assertThat(column("SELECT count(*) FROM politie.registration r JOIN politie.delivery d USING (delivery_id)"
                        + " WHERE r.month NOT BETWEEN d.period_from AND d.period_to"
                        + " OR r.police_class <> ALL (d.police_classes)"))
                .containsExactly("0");
        assertThat(column("SELECT DISTINCT class FROM politie.delivery, unnest(police_classes) AS class"))
                .isSubsetOf(column("SELECT code FROM politie.police_class"));
    }

    @Test
    void addsTheColumnsThatAnOlderDatabaseLacks() throws SQLException {
        createDatabase("older");
        try (Connection connection = connect("older", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            PolitiecijfersSource.createSchema(connection, PASSWORD);
            PolitiecijfersSource.fill(connection, 1, LAST_DAY);
            statement.execute("ALTER PUBLICATION mjp_publication DROP TABLE politie.delivery");
            String classes = only(column(connection, CLASSES_OF_THE_TABLES));
            statement.execute("ALTER TABLE politie.delivery DROP COLUMN police_classes, DROP COLUMN provenance");

            PolitiecijfersSource.createSchema(connection, PASSWORD);

            assertThat(column(connection, CLASSES_OF_THE_TABLES)).containsExactly(classes);
        }
    }

    @Test
    void holdsTheWholeCodeLists() throws Exception {
        assertThat(column("SELECT count(*) FROM politie.offence_kind")).containsExactly("59");
        assertThat(column("SELECT count(*) FROM politie.offence_kind_class")).containsExactly("217");
        assertThat(column("SELECT count(*) FROM politie.nuisance_kind")).containsExactly("8");
        assertThat(column("SELECT code FROM politie.police_class ORDER BY code COLLATE \"C\""))
                .containsExactlyElementsOf(
                        strings(resource("contracts/codes/police-class.json").path("enum")));
        assertThat(column("SELECT DISTINCT area_code FROM politie.registration"))
                .isSubsetOf(strings(resource("contracts/codes/area.json").path("enum")));
    }

    @Test
    void publishesExactlyWhatTheContractsPromise() throws Exception {
        assertThat(publishedColumns()).isEqualTo(promisedColumns());
    }

    @Test
    void capturesExactlyWhatIsPublished() throws Exception {
        JsonNode settings = resource("connectors/politiecijfers.json").path("config");

        assertThat(settings.path("publication.name").asString())
                .isEqualTo(only(column("SELECT pubname FROM pg_publication")));
        assertThat(settings.path("table.include.list").asString().split(","))
                .containsExactlyInAnyOrderElementsOf(CAPTURED_TABLES.stream()
                        .map(table -> "politie." + table)
                        .toList());
        assertThat(capturedColumns(settings)).isEqualTo(publishedColumns());
    }

    @Test
    void keysTheContractsByThePrimaryKeys() throws Exception {
        for (String table : CAPTURED_TABLES) {
            String sql = """
                    SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
                    WHERE indisprimary AND indrelid = 'politie.%s'::regclass ORDER BY attnum""".formatted(table);

            assertThat(column(sql)).isEqualTo(strings(contract(table).path("x-key")));
        }
    }

    @Test
    void keepsTheReplicaIdentityThatAColumnListNeeds() throws SQLException {
        assertThat(
                        column(
                                "SELECT relreplident FROM pg_class WHERE relkind = 'r' AND relnamespace = 'politie'::regnamespace"))
                .containsOnly("d");
    }

    @Test
    void letsTheReplicationRoleReadWhatIsPublishedAndNoMore() throws Exception {
        try (Connection connection = replication()) {
            for (Map.Entry<String, List<String>> table : publishedColumns().entrySet()) {
                String columns = String.join(", ", table.getValue());
                assertThat(number(
                                connection,
                                "SELECT count(*) FROM (SELECT %s FROM politie.%s) AS published"
                                        .formatted(columns, table.getKey())))
                        .isPositive();
            }
            assertThat(column(
                            "SELECT column_name FROM information_schema.column_privileges WHERE grantee = 'mjp_replication'"
                                    + " AND table_schema = 'politie' AND privilege_type <> 'SELECT'"))
                    .containsExactly("beat_at");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT remark FROM politie.registration",
                "SELECT contact_note FROM politie.delivery",
                "SELECT * FROM politie.registration",
                "SELECT beat_at FROM politie.heartbeat",
                "INSERT INTO politie.registration (delivery_id, police_class, area_code, month) VALUES (1, 'A40', 'BU09350000', '2024-01-01')",
                "UPDATE politie.registration SET registration_count = 0",
                "DELETE FROM politie.registration",
                "TRUNCATE politie.registration",
                "UPDATE politie.heartbeat SET id = 1",
                "CREATE TABLE politie.own (id int)",
                "CREATE TABLE public.own (id int)",
                "CREATE TEMPORARY TABLE own (id int)",
                "CREATE PUBLICATION own FOR TABLE politie.registration",
                "ALTER PUBLICATION mjp_publication SET TABLE politie.registration",
                "SELECT rolpassword FROM pg_authid"
            })
    void refusesTheReplicationRoleAllElse(String sql) throws SQLException {
        try (Connection connection = replication();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo(PERMISSION_DENIED);
        }
    }

    @Test
    void givesTheReplicationRoleNoOtherPower() throws SQLException {
        assertThat(column(
                        "SELECT concat_ws(' ', rolcanlogin, rolreplication, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls)"
                                + " FROM pg_roles WHERE rolname = 'mjp_replication'"))
                .containsExactly("t t f f f f");
        assertThat(column("SELECT left(rolpassword, 14) FROM pg_authid WHERE rolname = 'mjp_replication'"))
                .containsExactly("SCRAM-SHA-256$");
    }

    @Test
    void letsTheConnectorBeat() throws Exception {
        String beat = resource("connectors/politiecijfers.json")
                .path("config")
                .path("heartbeat.action.query")
                .asString();
        String before = only(column("SELECT beat_at FROM politie.heartbeat"));

        try (Connection connection = replication();
                Statement statement = connection.createStatement()) {
            statement.execute(beat);
        }

        assertThat(only(column("SELECT beat_at FROM politie.heartbeat"))).isGreaterThan(before);
    }

    @Test
    void streamsNoColumnThatIsNotPublished() throws SQLException {
        createDatabase("streaming");
        try (Connection connection = connect("streaming", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            PolitiecijfersSource.createSchema(connection, PASSWORD);
            PolitiecijfersSource.fill(connection, 1, LAST_DAY);
            statement.execute("SELECT pg_create_logical_replication_slot('streaming', 'pgoutput')");
            statement.execute("UPDATE politie.registration SET remark = 'SECRET' WHERE registration_id = 1");
            statement.execute("UPDATE politie.delivery SET contact_note = 'SECRET' WHERE delivery_id = 1");

            String streamed = streamed(statement);
            statement.execute("SELECT pg_drop_replication_slot('streaming')");

            assertThat(streamed).contains("DEMO-BVH-MAASTRICHT-2019-2022").doesNotContain("SECRET");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registration_count_not_negative | UPDATE politie.registration SET registration_count = -1 WHERE registration_id = 1",
                "registration_month_first_day | UPDATE politie.registration SET month = '2023-01-02' WHERE registration_id = 1",
                "registration_police_class_fkey | UPDATE politie.registration SET police_class = 'Z99' WHERE registration_id = 1",
                "registration_delivery_fkey | UPDATE politie.registration SET delivery_id = 99 WHERE registration_id = 1",
                "registration_area_code_form | UPDATE politie.registration SET area_code = 'Wyck' WHERE registration_id = 1",
                "registration_cell_key | INSERT INTO politie.registration (delivery_id, police_class, area_code, month)"
                        + " SELECT delivery_id, police_class, area_code, month FROM politie.registration WHERE registration_id = 1",
                "delivery_status_known | UPDATE politie.delivery SET status = 'lost'",
                "delivery_provenance_known | UPDATE politie.delivery SET provenance = 'rumour'",
                "delivery_police_classes_some | UPDATE politie.delivery SET police_classes = '{}'",
                "delivery_period_whole_months | UPDATE politie.delivery SET period_to = '2018-01-01'",
                "delivery_reference_key | UPDATE politie.delivery SET reference = 'x'",
                "heartbeat_one_row | INSERT INTO politie.heartbeat VALUES (2, now())",
                "nuisance_kind_class_fkey | INSERT INTO politie.nuisance_kind VALUES ('E99', 'x', 'x')"
            })
    void refusesWhatCannotBe(String constraint, String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            ThrowingCallable change = () -> statement.execute(sql);

            assertThatThrownBy(change).isInstanceOf(SQLException.class).hasMessageContaining(constraint);
        }
    }

    @Test
    void notesWhenARegistrationChanged() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE politie.registration SET is_withdrawn = true WHERE registration_id = 2");

            assertThat(
                            number(
                                    connection,
                                    "SELECT count(*) FROM politie.registration WHERE registration_id = 2 AND updated_at = now()"))
                    .isEqualTo(1);
            connection.rollback();
        }
    }

    @Test
    void marksItselfAsDemoAndNamesNobody() throws SQLException {
        assertThat(column("SELECT obj_description('politie'::regnamespace)"))
                .first()
                .asString()
                .contains("DEMO DATA");
        assertThat(column("SELECT DISTINCT provenance || ' | ' || contact_note FROM politie.delivery ORDER BY 1"))
                .containsExactly(
                        "demonstration | Demogegevens: verzonnen.",
                        "published_year | Demogegevens: gegenereerd, met de gepubliceerde jaartotalen.");
        assertThat(column("SELECT reference FROM politie.delivery"))
                .allMatch(reference -> reference.startsWith("DEMO-"));
        assertThat(column("SELECT count(*) FROM politie.registration WHERE remark IS NOT NULL"))
                .containsExactly("540");
    }

    private static Map<String, List<String>> publishedColumns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT tablename, array_to_string(attnames, ',')"
                        + " FROM pg_publication_tables WHERE pubname = 'mjp_publication' AND schemaname = 'politie'")) {
            while (result.next()) {
                columns.put(result.getString(1), List.of(result.getString(2).split(",")));
            }
        }
        return columns;
    }

    private static Map<String, List<String>> promisedColumns() throws IOException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (String table : CAPTURED_TABLES) {
            columns.put(table, List.copyOf(contract(table).path("properties").propertyNames()));
        }
        return columns;
    }

    private static Map<String, List<String>> capturedColumns(JsonNode settings) {
        Map<String, List<String>> columns = new TreeMap<>();
        Matcher matcher = Pattern.compile("politie\\.(\\w+)\\.\\(([^)]+)\\)")
                .matcher(settings.path("column.include.list").asString());
        while (matcher.find()) {
            columns.put(matcher.group(1), List.of(matcher.group(2).split("\\|")));
        }
        return columns;
    }

    private static JsonNode contract(String table) throws IOException {
        return resource("contracts/politiecijfers.politie." + table + ".schema.json");
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream stream = PolitiecijfersSourceIT.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return JSON.readTree(stream);
        }
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String streamed(Statement statement) throws SQLException {
        StringBuilder streamed = new StringBuilder();
        try (ResultSet result =
                statement.executeQuery("SELECT data FROM pg_logical_slot_peek_binary_changes('streaming', NULL, NULL,"
                        + " 'proto_version', '1', 'publication_names', 'mjp_publication')")) {
            while (result.next()) {
                streamed.append(new String(result.getBytes(1), StandardCharsets.ISO_8859_1));
            }
        }
        return streamed.toString();
    }

    private static String contents(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT md5(string_agg(r::text, '|' ORDER BY registration_id))"
                                + " || (SELECT md5(string_agg(d::text, '|' ORDER BY delivery_id)) FROM politie.delivery d)"
                                + " || (SELECT count(*) FROM politie.police_class) FROM politie.registration r")) {
            result.next();
            return result.getString(1);
        }
    }

    private static List<String> column(String sql) throws SQLException {
        try (Connection connection = owner()) {
            return column(connection, sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static String only(List<String> values) {
        assertThat(values).hasSize(1);
        return values.getFirst();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    private static Connection owner() throws SQLException {
        return connect(PolitiecijfersSource.DATABASE, "postgres", "postgres");
    }

    private static Connection replication() throws SQLException {
        return connect(PolitiecijfersSource.DATABASE, PolitiecijfersSource.REPLICATION_ROLE, PASSWORD);
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database, user, password);
    }
}
