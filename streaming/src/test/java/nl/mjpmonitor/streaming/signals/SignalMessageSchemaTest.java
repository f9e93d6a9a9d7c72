package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.signals.SignalId;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignalMessageSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ID = SignalId.of("maand-buiten-grenzen", "straatroof", "GM0935", "2026-10")
            .value();
    private static final SignalRow OPEN = new SignalRow(
            ID,
            "maand-buiten-grenzen",
            "straatroof",
            "GM0935",
            "2026-10",
            "open",
            1_000,
            0,
            Map.of("aantal", "41"),
            "zin",
            "sentence",
            1_000,
            7);
    private static final SignalRow OVER = new SignalRow(
            ID, "bron-stil", "melddesk", "GM0935", "", "over", 1_000, 2_000, Map.of(), "zin", "sentence", 2_000, 8);

    @Test
    void aMessageKeepsItsContract() throws IOException {
        Schema contract = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(contract()));

        assertThat(contract.validate(message(OPEN))).isEmpty();
        assertThat(contract.validate(message(OVER))).isEmpty();
        assertThat(contract.validate(JSON.readTree("{\"id\":\"x\"}"))).isNotEmpty();
    }

    @Test
    void aMessageSaysWhatTheRowSays() {
        JsonNode open = message(OPEN);
        assertThat(open.get("toestand").asString()).isEqualTo("open");
        assertThat(open.get("voorbijOp").isNull()).isTrue();
        assertThat(open.get("cijfers").get("aantal").asString()).isEqualTo("41");
        assertThat(open.get("versie").longValue()).isEqualTo(7);
        JsonNode over = message(OVER);
        assertThat(over.get("toestand").asString()).isEqualTo("voorbij");
        assertThat(over.get("voorbijOp").asString()).isEqualTo("1970-01-01T00:00:02Z");
        assertThat(over.get("periode").isNull()).isTrue();
    }

    @Test
    void theContractKnowsEveryRule() throws IOException {
        JsonNode rules = JSON.readTree(Files.readString(contract())).at("/properties/regel/enum");

        assertThat(StreamSupport.stream(rules.spliterator(), false).map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SignalRule.values()).map(SignalRule::id).toList());
    }

    private static JsonNode message(SignalRow row) {
        ProducerRecord<byte[], byte[]> record = new SignalMessageSchema("mjp.signalen").serialize(row, null, null);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(row.signalId());
        assertThat(record.topic()).isEqualTo("mjp.signalen");
        return JSON.readTree(record.value());
    }

    private static Path contract() {
        return Path.of("..", "docs", "contracts", "mjp.signalen.schema.json");
    }
}
