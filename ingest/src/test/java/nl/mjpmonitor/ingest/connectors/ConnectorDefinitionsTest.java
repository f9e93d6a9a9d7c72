package nl.mjpmonitor.ingest.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mjpmonitor.ingest.pseudonym.PseudonymTransform;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.InsertHeader;
import org.apache.kafka.connect.transforms.predicates.TopicNameMatches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectorDefinitionsTest {
    private static final Path CONNECTORS = Path.of("connectors");
    private static final Path CONTRACTS = Path.of("contracts");
    private static final String KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static Stream<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.list(CONNECTORS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    /** Those that capture a database: table by table, column by column. */
    static Stream<Path> databases() throws IOException {
        return definitions().filter(file -> ConnectorRules.capturesADatabase(config(file)));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void keepTheRules(Path file) {
        JsonNode definition = JSON.readTree(file);
        String name = definition.path("name").asString();

        assertThat(file.getFileName()).hasToString(name + ".json");
        assertThat(definition.propertyNames()).containsExactly("name", "config");
        assertThat(ConnectorRules.broken(name, config(file))).isEmpty();
    }

    /** Each change makes a safe definition unsafe; a rule that lets it pass is no rule. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "connector.class | io.debezium.connector.postgresql.PostgresConnector",
                "value.converter | org.apache.kafka.connect.json.JsonConverter",
                "exactly.once.support | requested",
                "exactly.once.support | absent",
                "transaction.boundary | interval",
                "errors.tolerance | all",
                "event.processing.failure.handling.mode | warn",
                "skipped.operations | t",
                "snapshot.mode | no_data",
                "publication.autocreate.mode | filtered",
                "publication.autocreate.mode | absent",
                "tombstones.on.delete | false",
                "provide.transaction.metadata | absent",
                "slot.drop.on.stop | true",
                "offset.mismatch.strategy | trust_slot",
                "offset.mismatch.strategy | absent",
                "message.key.columns | politie.registration:area_code",
                "column.exclude.list | politie.registration.remark",
                "lsn.flush.mode | connector_and_driver",
                "time.precision.mode | adaptive",
                "topic.creation.default.cleanup.policy | compact",
                "topic.creation.default.retention.ms | 604800000",
                "topic.creation.default.partitions | 3",
                "topic.creation.default.message.timestamp.type | CreateTime",
                "heartbeat.interval.ms | 0",
                "heartbeat.action.query | UPDATE politie.heartbeat SET beat_at = now()",
                "database.password | welkom01",
                "database.hostname | db.example.org",
                "database.hostname | 127.0.0.1",
                "transforms.pseudonym.key.secret | AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
                "transforms.pseudonym.key | ${env:MJP_PSEUDONYM_KEY}",
                "transforms.other.token | ${env:MJP_TOKEN}",
                "producer.override.sasl.jaas.config.password | welkom01",
                "database.url | jdbc:postgresql://localhost/politiecijfers",
                "column.mask.hash.SHA-256.with.salt.S4lt | politie.delivery.reference",
                "transforms.epoch.predicate | delivery",
                "transforms.epoch.value.literal | absent",
                "slot.name | debezium",
                "topic.prefix | politie"
            })
    void areRefusedWhenUnsafe(String setting, String value) {
        Map<String, String> config = config(CONNECTORS.resolve("politiecijfers.json"));
        if (value == null) {
            config.remove(setting);
        } else {
            config.put(setting, value);
        }

        assertThat(ConnectorRules.broken("politiecijfers", config))
                .isNotEmpty()
                .allMatch(broken -> broken.startsWith(setting));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void captureExactlyTheTablesAndColumnsOfTheContracts(Path file) throws IOException {
        Map<String, String> config = config(file);
        Map<String, List<String>> promised = promisedColumns(config.get("topic.prefix"));

        assertThat(config.get("table.include.list").split(",")).containsExactlyInAnyOrderElementsOf(promised.keySet());
        List<Pattern> captured = Stream.of(config.get("column.include.list").split(","))
                .map(Pattern::compile)
                .toList();
        assertThat(captured).hasSameSizeAs(promised.keySet());
        promised.forEach((table, columns) -> {
            assertThat(columns).allMatch(column -> captures(captured, table + "." + column));
            assertThat(Stream.of("remark", "contact_note", "code2", "extra"))
                    .noneMatch(column -> captures(captured, table + "." + column));
        });
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void haveContracts(Path file) throws IOException {
        Map<String, String> config = config(file);

        assertThat(contracts(config.get("topic.prefix")))
                .isNotEmpty()
                .allMatch(contract -> contract.has("x-publication") == ConnectorRules.capturesADatabase(config))
                .allMatch(contract ->
                        contract.path("x-envelope").asString("debezium").equals("debezium")
                                == ConnectorRules.capturesADatabase(config));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void publishUnderTheNameTheContractsKnow(Path file) throws IOException {
        Map<String, String> config = config(file);
        try (Stream<Path> contracts = Files.list(CONTRACTS)) {
            assertThat(contracts.filter(
                            contract -> contract.getFileName().toString().startsWith(config.get("topic.prefix") + ".")))
                    .isNotEmpty()
                    .allSatisfy(contract -> assertThat(JSON.readTree(contract)
                                    .path("x-publication")
                                    .asString())
                            .isEqualTo(config.get("publication.name")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "exactly.once.support | requested",
                "transaction.boundary | interval",
                "topic.creation.default.retention.ms | 604800000",
                "topic.creation.default.message.timestamp.type | CreateTime",
                "heartbeat.interval.ms | absent",
                "servers | dataderden=https://example.org",
                "topic.prefix | open"
            })
    void areRefusedWhenUnsafeWithoutADatabaseToo(String setting, String value) {
        Map<String, String> config = config(CONNECTORS.resolve("opendata.json"));
        if (value == null) {
            config.remove(setting);
        } else {
            config.put(setting, value);
        }

        assertThat(ConnectorRules.broken("opendata", config))
                .isNotEmpty()
                .allMatch(broken -> broken.startsWith(setting));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void pseudonymiseExactlyWhatTheContractsCallAPseudonym(Path file) throws IOException {
        Map<String, String> config = config(file);
        Map<String, List<String>> fields = new TreeMap<>();
        for (String transform : pseudonymTransforms(config)) {
            fields.put(
                    config.get("transforms." + transform + ".domain"),
                    sorted(config.get("transforms." + transform + ".fields").split(",")));
        }

        assertThat(fields).isEqualTo(pseudonyms(config.get("topic.prefix")));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void letThePseudonymsTouchTheirTablesOnly(Path file) throws IOException {
        Map<String, String> config = config(file);
        String system = config.get("topic.prefix");
        for (String transform : pseudonymTransforms(config)) {
            List<String> tables = Stream.of(
                            config.get("transforms." + transform + ".fields").split(","))
                    .map(field -> field.substring(0, field.indexOf('.')))
                    .toList();
            try (TopicNameMatches<SourceRecord> predicate = new TopicNameMatches<>()) {
                String name = config.get("transforms." + transform + ".predicate");
                predicate.configure(Map.of("pattern", config.get("predicates." + name + ".pattern")));
                for (JsonNode contract : contracts(system)) {
                    String table = contract.path("x-table").asString();
                    String topic = system + "." + contract.path("x-schema").asString() + "." + table;
                    assertThat(predicate.test(record(topic, null))).as(topic).isEqualTo(tables.contains(table));
                }
                assertThat(predicate.test(record("__debezium-heartbeat." + system, null)))
                        .isFalse();
            }
        }
    }

    /** Or a case could not be joined with itself in another system. */
    @Test
    void giveAnIdentifierTheSamePseudonymInEverySystem() throws IOException {
        Map<String, Set<String>> domains = new TreeMap<>();
        Set<String> keys = new TreeSet<>();
        for (Path file : definitions().toList()) {
            Map<String, String> config = config(file);
            for (String transform : pseudonymTransforms(config)) {
                String prefix = "transforms." + transform + ".";
                for (String field : sorted(config.get(prefix + "fields").split(","))) {
                    domains.computeIfAbsent(field.substring(field.indexOf('.') + 1), column -> new TreeSet<>())
                            .add(config.get(prefix + "domain"));
                }
                keys.add(config.get(prefix + "key.secret") + " " + config.get(prefix + "key.version"));
            }
        }

        assertThat(domains)
                .containsKey("reference")
                .allSatisfy((column, used) -> assertThat(used).as(column).hasSize(1));
        assertThat(keys).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void makeAPseudonymThatTheContractAccepts(Path file) throws IOException {
        Map<String, String> config = config(file);
        String system = config.get("topic.prefix");
        for (String transform : pseudonymTransforms(config)) {
            String prefix = "transforms." + transform + ".";
            config.put(prefix + "key.secret", KEY);
            try (PseudonymTransform<SourceRecord> pseudonym = new PseudonymTransform<>()) {
                pseudonym.configure(settingsOf(config, prefix));
                for (JsonNode contract : contracts(system)) {
                    for (String column : pseudonymsOf(contract, config.get(prefix + "domain"))) {
                        String topic = system + "." + contract.path("x-schema").asString() + "."
                                + contract.path("x-table").asString();
                        Object value = pseudonym
                                .apply(record(topic, Map.of(column, "DEMO-2023-0001")))
                                .value();
                        String form = contract.path("properties")
                                .path(column)
                                .path("pattern")
                                .asString(".*");
                        assertThat(((Map<?, ?>) value).get(column).toString())
                                .as(topic + "." + column)
                                .isNotEqualTo("DEMO-2023-0001")
                                .matches(form);
                    }
                }
            }
        }
    }

    @Test
    void haveTransformsThatAcceptTheirSettings() {
        Map<String, String> config = config(CONNECTORS.resolve("politiecijfers.json"));
        config.put("transforms.pseudonym.key.secret", KEY);
        SourceRecord original = record("politiecijfers.politie.delivery", Map.of("reference", "ZL-BVH-2023-01"));

        try (PseudonymTransform<SourceRecord> pseudonym = new PseudonymTransform<>();
                InsertHeader<SourceRecord> epoch = new InsertHeader<>()) {
            pseudonym.configure(settingsOf(config, "transforms.pseudonym."));
            epoch.configure(settingsOf(config, "transforms.epoch."));
            SourceRecord result = pseudonym.apply(epoch.apply(original));

            assertThat(result.value()).isEqualTo(Map.of("reference", "1.vYt1NpuH3h_DtpJb3Z9tOA"));
            assertThat(result.headers().lastWithName("mjp.epoch").value()).hasToString("1");
        }
    }

    private static SourceRecord record(String topic, Map<String, String> value) {
        return new SourceRecord(Map.of(), Map.of(), topic, null, value);
    }

    private static boolean captures(List<Pattern> patterns, String column) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(column).matches());
    }

    private static Map<String, List<String>> promisedColumns(String system) throws IOException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (JsonNode contract : contracts(system)) {
            columns.put(
                    contract.path("x-schema").asString() + "."
                            + contract.path("x-table").asString(),
                    List.copyOf(contract.path("properties").propertyNames()));
        }
        return columns;
    }

    private static List<String> pseudonymTransforms(Map<String, String> config) {
        return Stream.of(config.get("transforms").split(","))
                .filter(transform ->
                        PseudonymTransform.class.getName().equals(config.get("transforms." + transform + ".type")))
                .toList();
    }

    /** The pseudonyms of a system as table.column, by the domain its contracts give them. */
    private static Map<String, List<String>> pseudonyms(String system) throws IOException {
        Map<String, List<String>> pseudonyms = new TreeMap<>();
        for (JsonNode contract : contracts(system)) {
            contract.path("properties").propertyStream().forEach(property -> {
                if (property.getValue().path("x-pseudonym").asBoolean(false)) {
                    pseudonyms
                            .computeIfAbsent(
                                    property.getValue()
                                            .path("x-pseudonym-domain")
                                            .asString(),
                                    domain -> new ArrayList<>())
                            .add(contract.path("x-table").asString() + "." + property.getKey());
                }
            });
        }
        pseudonyms.values().forEach(fields -> fields.sort(Comparator.naturalOrder()));
        return pseudonyms;
    }

    private static List<String> pseudonymsOf(JsonNode contract, String domain) {
        return contract.path("properties")
                .propertyStream()
                .filter(property -> domain.equals(
                        property.getValue().path("x-pseudonym-domain").asString(null)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> sorted(String... fields) {
        return Stream.of(fields).sorted().toList();
    }

    private static List<JsonNode> contracts(String system) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            return files.filter(file ->
                            file.getFileName().toString().matches(Pattern.quote(system) + "\\..*\\.schema\\.json"))
                    .map(file -> JSON.readTree(file))
                    .toList();
        }
    }

    private static Map<String, String> settingsOf(Map<String, String> config, String prefix) {
        Map<String, String> settings = new LinkedHashMap<>();
        config.forEach((setting, value) -> {
            if (setting.startsWith(prefix)) {
                settings.put(setting.substring(prefix.length()), value);
            }
        });
        settings.remove("type");
        settings.remove("predicate");
        return settings;
    }

    private static Map<String, String> config(Path file) {
        Map<String, String> config = new LinkedHashMap<>();
        JSON.readTree(file)
                .path("config")
                .propertyStream()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asString()));
        return config;
    }
}
