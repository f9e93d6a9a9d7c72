package nl.mjpmonitor.ingest.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractsTest {
    private static final Path FOLDER = Path.of("contracts");
    private static final Path CONNECTORS = Path.of("connectors");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList().stream();
        }
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("samples"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void existForEveryCapturedTable() throws IOException {
        List<String> captured = new ArrayList<>();
        try (Stream<Path> definitions = Files.list(CONNECTORS)) {
            definitions.filter(Files::isRegularFile).map(ContractsTest::read).forEach(definition -> {
                String system = definition.path("name").asString();
                String tables =
                        definition.path("config").path("table.include.list").asString("");
                Stream.of(tables.split(","))
                        .filter(table -> !table.isEmpty())
                        .forEach(table -> captured.add(system + "." + table + ".schema.json"));
            });
        }
        // the open data connector has no list of tables: OpenDataContractsTest compares its contracts with what it
        // sends
        contracts()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.startsWith("opendata."))
                .forEach(captured::add);

        assertThat(contracts())
                .extracting(file -> file.getFileName().toString())
                .contains("politiecijfers.politie.registration.schema.json")
                .containsExactlyInAnyOrderElementsOf(captured);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void areJsonSchemasThatSayWhatTheyDescribe(Path file) throws IOException {
        JsonNode contract = JSON.readTree(file);

        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(contract)).isEmpty();
        String name = contract.path("x-system").asString() + "."
                + contract.path("x-schema").asString() + "."
                + contract.path("x-table").asString() + ".schema.json";
        assertThat(file.getFileName()).hasToString(name);
        boolean isFlat = contract.path("x-envelope").asString("").equals("flat");
        assertThat(contract.path("x-publication").asString("")).isEqualTo(isFlat ? "" : "mjp_publication");
        List<String> columns = List.copyOf(contract.path("properties").propertyNames());
        assertThat(strings(contract.path("x-key"))).isNotEmpty().isSubsetOf(columns);
        assertThat(strings(contract.path("required")))
                .as("every captured column is required")
                .isEqualTo(columns);
        assertThat(contract.path("additionalProperties").asBoolean()).isTrue();
    }

    /** Rows as the connector sends them; a delete promises its key only. */
    @ParameterizedTest
    @MethodSource("samples")
    void holdForWhatTheConnectorReallySends(Path file) throws IOException {
        JsonNode sample = JSON.readTree(file);
        JsonNode after = sample.path("value").path("after");

        if (after.isObject()) {
            assertThat(errors(sample.path("topic").asString(), after)).isEmpty();
        }
        assertThat(sample.path("headers").path("mjp.epoch").asString()).isEqualTo("1");
        assertThat(sample.path("timestampType").asString()).isEqualTo("LogAppendTime");
    }

    @Test
    void refuseWhatTheConnectorSendsWhenThePublicationLostAColumn() throws IOException {
        JsonNode sample = read(FOLDER.resolve("samples-rejected/registration-update-column-dropped.json"));

        assertThat(errors(sample.path("topic").asString(), sample.path("value").path("after")))
                .extracting(Error::getKeyword)
                .containsExactly("required");
    }

    @Test
    void coverEveryKindOfRecordBySamples() throws IOException {
        assertThat(samples().map(file -> operation(read(file))).distinct())
                .containsExactlyInAnyOrder("r", "c", "u", "d", "t", "tombstone", "none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "police_class | \"Z99\" | enum",
                "police_class | \"\" | enum",
                "police_class | null | enum",
                "area_code | \"BU09350999\" | enum",
                "area_code | \"GM0935\" | enum",
                "registration_count | -1 | minimum",
                "registration_count | 1.5 | type",
                "registration_count | \"12\" | type",
                "month | \"2023-01-02Z\" | pattern",
                "month | \"2023-13-01Z\" | pattern",
                "month | 19358 | type",
                "is_withdrawn | \"f\" | type",
                "updated_at | \"yesterday\" | pattern",
                "delivery_id | 0 | minimum"
            })
    void refuseARegistrationThatBreaksThem(String column, String value, String keyword) throws IOException {
        ObjectNode row = registration();
        row.set(column, JSON.readTree(value));

        assertThat(errors("politiecijfers.politie.registration", row))
                .extracting(Error::getKeyword)
                .contains(keyword);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registration_count | null",
                "registration_count | 0",
                "area_code | \"BU09359999\"",
                "police_class | \"F5296\"",
                "month | \"2023-12-01Z\"",
                "month | \"2023-12-01\"",
                "updated_at | \"2023-01-01T00:00:00Z\"",
                "new_column | {\"any\": \"thing\"}"
            })
    void acceptARegistrationThatKeepsThem(String column, String value) throws IOException {
        ObjectNode row = registration();
        row.set(column, JSON.readTree(value));

        assertThat(errors("politiecijfers.politie.registration", row)).isEmpty();
    }

    @Test
    void refuseARegistrationThatMissesAnyColumn() throws IOException {
        for (String column : List.copyOf(registration().propertyNames())) {
            ObjectNode row = registration();
            row.remove(column);

            assertThat(errors("politiecijfers.politie.registration", row))
                    .as("without " + column)
                    .extracting(Error::getKeyword)
                    .containsExactly("required");
        }
    }

    @Test
    void listTheCodesOnceAndInOrder() throws IOException {
        List<String> classes =
                strings(JSON.readTree(FOLDER.resolve("codes/police-class.json")).path("enum"));
        List<String> areas =
                strings(JSON.readTree(FOLDER.resolve("codes/area.json")).path("enum"));

        assertThat(classes).hasSize(224).isSorted().doesNotHaveDuplicates();
        assertThat(areas).hasSize(45).isSorted().doesNotHaveDuplicates().contains("BU09359999");
    }

    private static String operation(JsonNode sample) {
        JsonNode value = sample.path("value");
        return value.isNull() ? "tombstone" : value.path("op").asString("none");
    }

    private static ObjectNode registration() throws IOException {
        return (ObjectNode) read(FOLDER.resolve("samples/registration-create.json"))
                .path("value")
                .path("after");
    }

    private static List<Error> errors(String topic, JsonNode row) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of("classpath:contracts/" + topic + ".schema.json"));
        return schema.validate(row.toString(), InputFormat.JSON);
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
