package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The records keep the contracts, as the JSON that goes into Kafka. */
class OpenDataContractsTest {
    private static final Path FOLDER = Path.of("contracts");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    Path folder;

    static Stream<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("opendata."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void promiseExactlyTheFieldsOfTheRecords(Path file) {
        JsonNode contract = JSON.readTree(file);
        String topic = contract.path("x-system").asString() + "."
                + contract.path("x-schema").asString() + "."
                + contract.path("x-table").asString();
        assertThat(file.getFileName()).hasToString(topic + ".schema.json");
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(contract)).isEmpty();

        boolean isCell = topic.contains(".cell.");
        List<String> fields = names((isCell
                        ? OpenDataRecords.CELL
                        : topic.endsWith(".reading") ? OpenDataRecords.READING : OpenDataRecords.REJECTED_ROW)
                .fields());
        assertThat(List.copyOf(contract.path("properties").propertyNames())).isEqualTo(fields);
        assertThat(contract.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(fields);
        assertThat(contract.path("x-key").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        names((isCell ? OpenDataRecords.CELL_KEY : OpenDataRecords.READING_KEY).fields()));
    }

    @Test
    void areKeptByEverythingTheConnectorSends() {
        List<SourceRecord> records = new ArrayList<>();
        TestClock clock = new TestClock();
        Fixtures.drop(folder, "bevolking", "b.csv", Fixtures.resource("portal-population.csv"));
        Fixtures.drop(folder, "veiligheidsmonitor", "vm.csv", Fixtures.resource("survey-raw.csv"));
        Fixtures.drop(folder, "misdrijven", "m.csv", "\"half\"".getBytes(StandardCharsets.UTF_8));
        try (FakeODataServer server = new FakeODataServer(3)) {
            server.code("Perioden", "2025MM11");
            server.offences("0.0.0 ", "GM0935    ", "2025MM11", 695)
                    .offences("1.4.1 ", "GM0935    ", "2025MM11", null)
                    .offences("1.1.1 ", "BU09350000", "2025MM11", 3);
            String nuisance = Fixtures.MONTHLY_OFFENCES
                    .replace("\"47022NED\"", "\"47024NED\"")
                    .replace("\"offence\"", "\"nuisance\"");
            Map<String, String> settings = Fixtures.settings(
                    folder,
                    Fixtures.MONTHLY_OFFENCES,
                    nuisance,
                    Fixtures.PORTAL_POPULATION,
                    Fixtures.PORTAL_OFFENCES,
                    Fixtures.SURVEY);
            settings.put("servers", "dataderden=" + server.address());
            settings.put("heartbeat.interval.ms", "1");
            try (FakeWorker worker = new FakeWorker(settings, clock)) {
                while (completed(worker) < 4) {
                    worker.commit(worker.poll());
                }
                server.removeRow("1.1.1 ", "BU09350000", "2025MM11");
                server.offences("1.2.4 ", "GM0935    ", "2025MM11", -4);
                server.offences("1.2.3 ", "GM0935    ", "2025MM11", 0);
                server.publish("2026-02-15T02:00:00");
                clock.putForward(Duration.ofHours(2));
                while (completed(worker) < 6) {
                    worker.commit(worker.poll());
                }
                records.addAll(worker.committed());
            }
        }
        TreeSet<String> topics = new TreeSet<>();
        for (SourceRecord record : records) {
            topics.add(record.topic());
            if (record.topic().startsWith("__debezium-heartbeat.")) {
                assertThat(json(record)).matches("\\{\"ts_ms\":\\d+}");
                continue;
            }
            assertThat(errors(record.topic(), json(record))).as(json(record)).isEmpty();
        }
        assertThat(topics)
                .containsExactly(
                        "__debezium-heartbeat.opendata",
                        "opendata.cell.nuisance",
                        "opendata.cell.offence",
                        "opendata.cell.perception",
                        "opendata.cell.population",
                        "opendata.control.reading",
                        "opendata.control.rejected_row");
    }

    private static long completed(FakeWorker worker) {
        return worker.committed().stream()
                .filter(record -> FakeWorker.isReading(record, "complete"))
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value | \"1.5\"",
                "value | 12",
                "value | \"-1\"",
                "value | null",
                "status | \"unknown\"",
                "status | \"suppressed\"",
                "is_withdrawn | true",
                "area_code | \"GM0935    \"",
                "period | \"2025X000\"",
                "period | \"2025MM13\"",
                "period_start | \"2025-11-02\"",
                "period_end | \"2025-11\"",
                "category | \"\"",
                "category | \"1.2.4 \"",
                "qualifier | \"more\"",
                "lower_bound | 7.1",
                "provenance | \"\"",
                "revision | 0",
                "retrieved_at | \"gisteren\""
            })
    void refuseACellThatBreaksThem(String field, String value) {
        ObjectNode cell = cell();
        assertThat(errors("opendata.cell.offence", cell.toString())).isEmpty();
        cell.set(field, JSON.readTree(value));
        assertThat(errors("opendata.cell.offence", cell.toString())).isNotEmpty();
    }

    private static ObjectNode cell() {
        return (ObjectNode) JSON.readTree("""
                {"table": "47022NED", "measure": "registered_offences", "area_code": "GM0935", "period": "2025MM11",
                 "category": "1.2.4", "period_grain": "month", "period_start": "2025-11-01", "period_end": "2025-11-30",
                 "is_total": false, "value": "29", "qualifier": "exactly", "lower_bound": null, "upper_bound": null,
                 "status": "provisional", "provenance": "published_year", "is_withdrawn": false, "revision": 1,
                 "source": "https://a.example", "source_modified_at": null, "retrieved_at": "2026-01-15T01:00:00Z"}
                """);
    }

    private static String json(SourceRecord record) {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "false"), false);
            return new String(
                    converter.fromConnectData(record.topic(), record.valueSchema(), record.value()),
                    StandardCharsets.UTF_8);
        }
    }

    private static List<Error> errors(String topic, String json) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of("classpath:contracts/" + topic + ".schema.json"));
        return schema.validate(json, InputFormat.JSON);
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
