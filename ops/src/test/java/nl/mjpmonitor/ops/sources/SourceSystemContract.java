package nl.mjpmonitor.ops.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.ingest.pseudonym.PseudonymKey;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every source system keeps, on a real PostgreSQL. Tests that change rows roll back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SourceSystemContract {
    /** The seed of the demo data. */
    protected static final long SEED = 20_240_206L;

    /** Two days into the month after the last one that is asked for, so that the whole month has data. */
    protected static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 11, 2).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static final YearMonth THROUGH = YearMonth.of(2026, 10);
    private static final String PASSWORD = "a password of 'the' test";
    private static final String PERMISSION_DENIED = "42501";
    private static final Path INGEST = Path.of("..", "ingest").toAbsolutePath().normalize();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PseudonymKey KEY = PseudonymKey.of("1", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=");

    private final SourceSystem system;
    private final String schema;
    private final List<CountedFact> facts;
    private EmbeddedPostgres postgres;

    /**
     * Tests a system.
     *
     * @param facts how each of its published figures is counted, and what else it counts
     */
    protected SourceSystemContract(SourceSystem system, List<CountedFact> facts) {
        this.system = system;
        this.schema = system.name();
        this.facts = List.copyOf(facts);
    }

    /** Registers that are no longer kept, because what they counted is counted by another definition now. */
    protected List<String> endedRegisters() {
        return List.of();
    }

    @BeforeAll
    void startSource() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("wal_level", "logical")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "20")
                .start();
        fillDatabase(system.name(), SEED);
    }

    @AfterAll
    void stopSource() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void createsAndFillsOnceHoweverOftenItIsAsked() throws SQLException {
        try (Connection connection = owner()) {
            Map<String, String> before = contents(connection);

            system.createSchema(connection, PASSWORD);
            system.createSchema(connection, PASSWORD);
            boolean isFilledAgain = system.fill(connection, 1, THROUGH);

            assertThat(isFilledAgain).isFalse();
            assertThat(contents(connection)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void givesTheSameDataForTheSameSeed() throws SQLException {
        fillDatabase("again", SEED);
        fillDatabase("otherwise", SEED + 1);

        try (Connection connection = owner();
                Connection again = connect("again", "postgres", "postgres");
                Connection otherwise = connect("otherwise", "postgres", "postgres")) {
            assertThat(contents(again)).isEqualTo(contents(connection));
            assertThat(contents(otherwise)).isNotEqualTo(contents(connection));
            assertThat(wrongFigures(otherwise)).isEmpty();
        }
    }

    @Test
    void leavesNothingBehindWhenFillingFails() throws SQLException {
        createDatabase("half");
        try (Connection connection = connect("half", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            system.createSchema(connection, PASSWORD);
            Map<String, String> before = contents(connection);
            CountedFact last = facts.get(facts.size() - 1);
            statement.execute(
                    "ALTER TABLE %s.%s ADD CHECK (provenance <> 'demonstration')".formatted(schema, last.table()));

            assertThatThrownBy(() -> system.fill(connection, 1, THROUGH)).isInstanceOf(SQLException.class);

            assertThat(contents(connection)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void refusesABlankPassword() throws SQLException {
        try (Connection connection = owner()) {
            assertThatThrownBy(() -> system.createSchema(connection, " "))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mjp_replication");
        }
    }

    @TestFactory
    Stream<DynamicTest> reproducesEveryPublishedFigure() {
        return published().figures().stream()
                .map(figure -> DynamicTest.dynamicTest(
                        figure.indicator() + " " + figure.period().from() + " - "
                                + figure.period().to(),
                        () -> assertThat(column(fact(figure.fact()).value(schema, figure.period())))
                                .containsExactly(Integer.toString(figure.value()))));
    }

    /** A month counts zero when its register was kept and is unknown otherwise, so what counts must lie in a kept month. */
    @TestFactory
    Stream<DynamicTest> keepsARegisterOfWhatItCounts() {
        return facts.stream()
                .filter(fact -> fact.count().equals("count(*)"))
                .map(fact -> DynamicTest.dynamicTest(
                        fact.name(),
                        () -> assertThat(column(fact.strays(schema))).isEmpty()));
    }

    @Test
    void hasDataUpToTheLastMonthAndNoneAfterIt() throws SQLException {
        for (String[] dated : datedColumns()) {
            String last = only(column("SELECT coalesce(max(%s), '-infinity') <= '%s' FROM %s.%s"
                    .formatted(dated[1], THROUGH.atEndOfMonth(), schema, dated[0])));
            assertThat(last).as(dated[0] + "." + dated[1]).isEqualTo("t");
        }
        assertThat(column(
                        "SELECT DISTINCT max(period_to) FROM %s.register_period WHERE register <> ALL ('{%s}') GROUP BY register"
                                .formatted(schema, String.join(",", endedRegisters()))))
                .containsExactly(THROUGH.atDay(1).toString());
    }

    @Test
    void saysWhatWasNotYetKnown() throws SQLException {
        LocalDate early = LocalDate.of(2023, 5, 10);
        createDatabase("early");
        try (Connection connection = connect("early", "postgres", "postgres")) {
            system.createSchema(connection, PASSWORD);
            system.fill(connection, SEED, YearMonth.from(early));

            for (CountedFact fact : facts) {
                String sql = "SELECT count(*) FROM %s.%s AS fact WHERE %s AND %s > '2023-05-31'"
                        .formatted(schema, fact.table(), fact.condition(), fact.date());
                assertThat(column(connection, sql)).as(fact.name()).containsExactly("0");
            }
            String stand = "SELECT max(period_to) FROM %s.register_period".formatted(schema);
            assertThat(column(connection, stand)).containsExactly("2023-05-01");
        }
    }

    @Test
    void publishesExactlyWhatTheContractsPromise() throws Exception {
        assertThat(publishedColumns()).isEqualTo(promisedColumns());
    }

    @Test
    void capturesExactlyWhatIsPublished() throws Exception {
        JsonNode settings = connector();
        Map<String, List<String>> captured = new TreeMap<>();
        Matcher matcher = Pattern.compile(schema + "\\.(\\w+)\\.\\(([^)]+)\\)")
                .matcher(settings.path("column.include.list").asString());
        while (matcher.find()) {
            captured.put(matcher.group(1), List.of(matcher.group(2).split("\\|", -1)));
        }

        assertThat(settings.path("publication.name").asString())
                .isEqualTo(only(column("SELECT pubname FROM pg_publication")))
                .isEqualTo(SourceSystem.PUBLICATION);
        assertThat(settings.path("table.include.list").asString().split(",", -1))
                .containsExactlyInAnyOrderElementsOf(publishedColumns().keySet().stream()
                        .map(table -> schema + "." + table)
                        .toList());
        assertThat(captured).isEqualTo(publishedColumns());
    }

    @Test
    void keysTheContractsByThePrimaryKeys() throws Exception {
        for (JsonNode contract : contracts()) {
            String sql = """
                    SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
                    WHERE indisprimary AND indrelid = '%s.%s'::regclass ORDER BY attnum""".formatted(schema, contract.path("x-table").asString());

            assertThat(column(sql)).isEqualTo(strings(contract.path("x-key")));
        }
    }

    @Test
    void sendsRowsThatKeepTheirContracts() throws Exception {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            for (JsonNode contract : contracts()) {
                String table = contract.path("x-table").asString();
                Schema rowSchema = rowSchema(table);
                String columns = String.join(", ", contract.path("properties").propertyNames());
                String rows = "SELECT to_jsonb(sent)::text FROM (SELECT %s FROM %s.%s) AS sent"
                        .formatted(columns, schema, table);
                List<String> sent = column(connection, rows);
                assertThat(sent).as(table).isNotEmpty();
                for (String row : sent) {
                    assertThat(rowSchema.validate(asSent(contract, row), InputFormat.JSON))
                            .as(table + " " + row)
                            .isEmpty();
                }
            }
        }
    }

    /** An identifier that was not pseudonymised must be refused. */
    @Test
    void sendsNoIdentifierInClear() throws Exception {
        for (JsonNode contract : contracts()) {
            for (Map.Entry<String, JsonNode> property :
                    contract.path("properties").properties()) {
                if (property.getKey().endsWith("_number")
                        && !List.of("pass_number", "day_number", "study_number").contains(property.getKey())) {
                    assertThat(property.getValue().path("x-pseudonym").asBoolean(false))
                            .as(property.getKey())
                            .isTrue();
                    assertThat(column("SELECT %1$s FROM %2$s.%3$s WHERE %1$s ~ '%4$s'"
                                    .formatted(
                                            property.getKey(),
                                            schema,
                                            contract.path("x-table").asString(),
                                            property.getValue().path("pattern").asString())))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void allowsTheCodesOfTheContractsAndNoOthers() throws Exception {
        Map<String, List<String>> allowed = new TreeMap<>();
        String sql = "SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE contype = 'c' AND conname LIKE '%\\_known' AND connamespace = '" + schema + "'::regnamespace";
        for (String constraint : column(sql)) {
            Matcher column =
                    Pattern.compile("^\\w+\\.(\\w+) CHECK \\(\\((\\w+) = ANY").matcher(constraint);
            assertThat(column.find()).as(constraint).isTrue();
            allowed.put(
                    column.group(1) + "." + column.group(2),
                    Pattern.compile("'([^']*)'::text")
                            .matcher(constraint)
                            .results()
                            .map(code -> code.group(1))
                            .toList());
        }
        Map<String, List<String>> promised = new TreeMap<>();
        for (JsonNode contract : contracts()) {
            contract.path("properties")
                    .propertyStream()
                    .filter(property -> property.getValue().has("enum"))
                    .forEach(property -> promised.put(
                            contract.path("x-table").asString() + "." + property.getKey(),
                            property.getValue()
                                    .path("enum")
                                    .valueStream()
                                    .filter(code -> !code.isNull())
                                    .map(JsonNode::asString)
                                    .toList()));
        }
        allowed.keySet().removeIf(column -> !publishedColumns().containsKey(column.substring(0, column.indexOf('.'))));

        assertThat(promised).isEqualTo(allowed);
    }

    @Test
    void keepsTheReplicaIdentityThatAColumnListNeeds() throws SQLException {
        assertThat(column("SELECT relreplident FROM pg_class WHERE relkind = 'r' AND relnamespace = '%s'::regnamespace"
                        .formatted(schema)))
                .containsOnly("d");
    }

    @Test
    void letsTheReplicationRoleReadWhatIsPublishedAndNoMore() throws Exception {
        List<String> granted =
                column("SELECT table_name || '.' || column_name FROM information_schema.column_privileges"
                        + " WHERE grantee = 'mjp_replication' AND table_schema = '" + schema
                        + "' AND privilege_type = 'SELECT'");
        List<String> published = publishedColumns().entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(column -> table.getKey() + "." + column))
                .toList();
        assertThat(granted).containsExactlyInAnyOrderElementsOf(published);
        assertThat(column(
                        "SELECT column_name FROM information_schema.column_privileges WHERE grantee = 'mjp_replication'"
                                + " AND table_schema = '" + schema + "' AND privilege_type <> 'SELECT'"))
                .containsExactly("beat_at");

        try (Connection connection = replication()) {
            for (Map.Entry<String, List<String>> table : publishedColumns().entrySet()) {
                String sql = "SELECT count(*) > 0 FROM (SELECT %s FROM %s.%s) AS published"
                        .formatted(String.join(", ", table.getValue()), schema, table.getKey());
                assertThat(column(connection, sql)).as(table.getKey()).containsExactly("t");
            }
        }
    }

    @Test
    void refusesTheReplicationRoleWhatIsNotPublished() throws Exception {
        List<String> withheld = withheldColumns();
        assertThat(withheld).hasSizeGreaterThan(publishedColumns().size());
        for (String column : withheld) {
            String table = column.substring(0, column.indexOf('.'));
            assertDenied("SELECT %s FROM %s.%s".formatted(column.substring(column.indexOf('.') + 1), schema, table));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM {fact}",
                "DELETE FROM {fact}",
                "TRUNCATE {fact}",
                "UPDATE {fact} SET is_withdrawn = true",
                "UPDATE {schema}.heartbeat SET id = 1",
                "INSERT INTO {schema}.register_period VALUES ('x', '2024-01-01', '2024-01-01', 'demonstration')",
                "CREATE TABLE {schema}.own (id int)",
                "CREATE TABLE public.own (id int)",
                "CREATE TEMPORARY TABLE own (id int)",
                "CREATE PUBLICATION own FOR TABLE {fact}",
                "ALTER PUBLICATION mjp_publication SET TABLE {fact}",
                "SELECT rolpassword FROM pg_authid"
            })
    void refusesTheReplicationRoleAllElse(String sql) throws SQLException {
        assertDenied(sql.replace("{fact}", schema + "." + facts.get(0).table()).replace("{schema}", schema));
    }

    @Test
    void givesTheReplicationRoleNoOtherPower() throws SQLException {
        assertThat(column("SELECT concat_ws(' ', rolcanlogin, rolreplication, rolsuper, rolcreatedb, rolcreaterole,"
                        + " rolbypassrls, left(rolpassword, 14)) FROM pg_authid WHERE rolname = 'mjp_replication'"))
                .containsExactly("t t f f f f SCRAM-SHA-256$");
    }

    @Test
    void letsTheConnectorBeat() throws Exception {
        String beat = connector().path("heartbeat.action.query").asString();
        String before = only(column("SELECT beat_at FROM %s.heartbeat".formatted(schema)));

        try (Connection connection = replication();
                Statement statement = connection.createStatement()) {
            statement.execute(beat);
        }

        assertThat(only(column("SELECT beat_at FROM %s.heartbeat".formatted(schema))))
                .isGreaterThan(before);
    }

    @Test
    void streamsNothingThatIsNotPublished() throws SQLException {
        createDatabase("streaming");
        try (Connection connection = connect("streaming", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            system.createSchema(connection, PASSWORD);
            statement.execute("SELECT pg_create_logical_replication_slot('streaming', 'pgoutput')");
            try {
                system.fill(connection, SEED, THROUGH);
                StringBuilder streamed = new StringBuilder();
                try (ResultSet result =
                        statement.executeQuery("SELECT data FROM pg_logical_slot_peek_binary_changes('streaming', NULL,"
                                + " NULL, 'proto_version', '1', 'publication_names', 'mjp_publication')")) {
                    while (result.next()) {
                        streamed.append(new String(result.getBytes(1), StandardCharsets.ISO_8859_1));
                    }
                }

                assertThat(streamed).contains("demonstration", facts.get(0).table());
                assertThat(streamed).doesNotContain("Demonaam", "Demotekst", "Demostraat");
            } finally {
                statement.execute("SELECT pg_drop_replication_slot('streaming')");
            }
        }
    }

    @Test
    void notesWhenARowChanged() throws Exception {
        for (JsonNode contract : contracts()) {
            if (!contract.path("properties").has("is_withdrawn")) {
                continue;
            }
            String table = schema + "." + contract.path("x-table").asString();
            try (Connection connection = owner();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("UPDATE " + table + " SET is_withdrawn = true WHERE ctid = (SELECT min(ctid) FROM "
                        + table + ")");
                assertThat(column(connection, "SELECT count(*) FROM " + table + " WHERE updated_at = now()"))
                        .as(table)
                        .containsExactly("1");
                connection.rollback();
            }
        }
    }

    @Test
    void marksItselfAsDemoAndNamesNobody() throws SQLException {
        assertThat(only(column("SELECT obj_description('%s'::regnamespace)".formatted(schema))))
                .contains("DEMO DATA");
        List<String> texts = column("SELECT table_name || '.' || column_name FROM information_schema.columns"
                + " WHERE data_type = 'text' AND column_name <> 'provenance' AND table_schema = '" + schema + "'");
        texts.retainAll(withheldColumns());
        assertThat(texts).isNotEmpty();
        for (String column : texts) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            assertThat(column("SELECT DISTINCT %1$s FROM %2$s.%3$s WHERE %1$s IS NOT NULL"
                            .formatted(name, schema, table)))
                    .as(column)
                    .allMatch(text -> text.matches("Demo.*|0+( XX)?"));
        }
    }

    // asking the source
    // ------------------------------------------------------------------------------------------------

    /** The values of the first column of a query on the filled system. */
    protected List<String> column(String sql) throws SQLException {
        try (Connection connection = owner()) {
            return column(connection, sql);
        }
    }

    /** A connection to the filled system, as its owner. */
    protected Connection owner() throws SQLException {
        return connect(system.name(), "postgres", "postgres");
    }

    private Connection replication() throws SQLException {
        return connect(system.name(), SourceSystem.REPLICATION_ROLE, PASSWORD);
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database), user, password);
    }

    private void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    private void fillDatabase(String name, long seed) throws SQLException {
        createDatabase(name);
        try (Connection connection = connect(name, "postgres", "postgres")) {
            system.createSchema(connection, PASSWORD);
            assertThat(system.fill(connection, seed, THROUGH)).isTrue();
        }
    }

    private void assertDenied(String sql) throws SQLException {
        try (Connection connection = replication();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo(PERMISSION_DENIED);
        }
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

    private static String only(List<String> values) {
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    private PublishedFigures published() {
        return PublishedFigures.load(system.getClass());
    }

    private CountedFact fact(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing counts " + name));
    }

    private List<String> wrongFigures(Connection connection) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (var figure : published().figures()) {
            String value = only(column(connection, fact(figure.fact()).value(schema, figure.period())));
            if (!value.equals(Integer.toString(figure.value()))) {
                wrong.add(figure.indicator() + " is " + value);
            }
        }
        return wrong;
    }

    private List<String> tables(Connection connection) throws SQLException {
        return column(
                connection,
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname <> 'heartbeat' AND relnamespace = '%s'::regnamespace ORDER BY 1"
                        .formatted(schema));
    }

    private Map<String, String> contents(Connection connection) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String table : tables(connection)) {
            String sql = "SELECT coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') FROM %s.%s r"
                    .formatted(schema, table);
            contents.put(table, only(column(connection, sql)));
        }
        return contents;
    }

    private List<String[]> datedColumns() throws SQLException {
        return column(
                        "SELECT table_name || ' ' || column_name FROM information_schema.columns WHERE table_schema = '%s'"
                                        .formatted(schema)
                                + " AND data_type = 'date' AND column_name NOT IN ("
                                + "'ends_on', 'due_on', 'first_due_on', 'valid_from', 'valid_to')")
                .stream()
                .map(dated -> dated.split(" ", -1))
                .toList();
    }

    private Map<String, List<String>> publishedColumns() {
        try {
            return column("SELECT tablename || ' ' || array_to_string(attnames, ',') FROM pg_publication_tables"
                            + " WHERE pubname = 'mjp_publication' AND schemaname = '" + schema + "'")
                    .stream()
                    .map(table -> table.split(" ", -1))
                    .collect(Collectors.toMap(
                            table -> table[0],
                            table -> List.of(table[1].split(",", -1)),
                            (one, other) -> one,
                            TreeMap::new));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> withheldColumns() throws SQLException {
        Map<String, List<String>> published = publishedColumns();
        return column("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = '"
                        + schema + "' AND table_name <> 'heartbeat' ORDER BY 1")
                .stream()
                .filter(column -> !published
                        .getOrDefault(column.substring(0, column.indexOf('.')), List.of())
                        .contains(column.substring(column.indexOf('.') + 1)))
                .toList();
    }

    // contracts and connector
    // ------------------------------------------------------------------------------------------

    private Map<String, List<String>> promisedColumns() throws IOException {
        return contracts().stream()
                .collect(Collectors.toMap(
                        contract -> contract.path("x-table").asString(),
                        contract -> List.copyOf(contract.path("properties").propertyNames()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private List<JsonNode> contracts() throws IOException {
        try (Stream<Path> files = Files.list(INGEST.resolve("contracts"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(schema + "."))
                    .sorted()
                    .map((Function<Path, JsonNode>) JSON::readTree)
                    .toList();
        }
    }

    private JsonNode connector() {
        return JSON.readTree(INGEST.resolve("connectors").resolve(system.name() + ".json"))
                .path("config");
    }

    private Schema rowSchema(String table) {
        String contract = "classpath:contracts/%s.%s.%s.schema.json".formatted(system.name(), schema, table);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(contract));
    }

    /** The row as it reaches its topic: identifiers pseudonymised, moments with Debezium's mark. */
    private static String asSent(JsonNode contract, String row) {
        ObjectNode sent = (ObjectNode) JSON.readTree(row);
        contract.path("properties").propertyStream().forEach(property -> {
            JsonNode value = sent.path(property.getKey());
            if (property.getValue().path("x-pseudonym").asBoolean(false) && value.isString()) {
                String domain = property.getValue().path("x-pseudonym-domain").asString();
                sent.put(property.getKey(), KEY.pseudonym(domain, value.asString()));
            }
        });
        return sent.toString().replace("+00:00\"", "Z\"");
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
