package nl.mjpmonitor.dashboard.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Documents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonRendererTest {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void isAsItsSchemaSays() throws IOException {
        String json = render(Documents.everything());

        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        ObjectNode wrong = (ObjectNode) mapper.readTree(json);
        ((ObjectNode) wrong.get("onderdelen").get(0).get("blokken").get(1)).remove("rijen");
        assertThat(schema().validate(wrong.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void whatIsMissingIsNullWithItsWord() throws IOException {
        JsonNode rows = mapper.readTree(render(Documents.everything()))
                .get("onderdelen")
                .get(0)
                .get("blokken")
                .get(1)
                .get("rijen");

        assertThat(rows.get(0).get("cellen").get(1)).isEqualTo(mapper.readTree("""
                {"tekst": "193", "merk": "v", "getal": 193, "getalsoort": "aantal"}"""));
        assertThat(rows.get(2).get("cellen").get(0)).isEqualTo(mapper.readTree("""
                {"tekst": "afgeschermd", "merk": "", "getal": null, "getalsoort": null}"""));
    }

    @Test
    void aMapSaysOfEveryTileWhatStandsOnItAndWhatItsBorderMeans() throws IOException {
        JsonNode map = mapper.readTree(render(Documents.everything()))
                .get("onderdelen")
                .get(1)
                .get("blokken")
                .get(2);

        assertThat(map.get("soort").asString()).isEqualTo("kaart");
        assertThat(map.get("tegels").get(0)).isEqualTo(mapper.readTree("""
                {"naam": "Binnenstad", "cijfer": "412", "klasse": 5, "ongewoon": true, "rij": 1, "kolom": 1}"""));
        assertThat(map.get("tegels").get(5)).isEqualTo(mapper.readTree("""
                {"naam": "Itteren", "cijfer": "afgeschermd", "klasse": null, "ongewoon": false, "rij": 1, "kolom": 5}"""));
        assertThat(map.get("legenda").get("klassen").size()).isEqualTo(5);
        assertThat(map.get("tabel").get("rijen").size()).isEqualTo(7);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(JsonRendererTest.class.getResourceAsStream(JsonRenderer.SCHEMA))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static String render(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonRenderer().write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
