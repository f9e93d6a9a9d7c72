package nl.mjpmonitor.dashboard.publications;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Table;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The content of an edition as the store keeps it. What was kept once must stay readable: add, never rename. */
final class EditionJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Table.class, name = "table"),
        @JsonSubTypes.Type(value = Chart.class, name = "chart"),
        @JsonSubTypes.Type(value = AreaMap.class, name = "map"),
        @JsonSubTypes.Type(value = Failure.class, name = "failure")
    })
    private interface NamedBlock {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Block.class, NamedBlock.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EditionJson() {}

    static String write(EditionContent content) {
        return MAPPER.writeValueAsString(content);
    }

    static EditionContent read(String json) {
        return MAPPER.readValue(json, EditionContent.class);
    }
}
