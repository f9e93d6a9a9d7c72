package nl.mjpmonitor.warehouse.quality;

import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rejected event looks like without its values: those may be what the contract keeps out of the warehouse.
 *
 * @param operation what happened to the row, in Debezium's letter; empty when it cannot be told
 * @param columns columns of the row after the change; empty when it cannot be told
 */
public record EventShape(String operation, List<Column> columns) {

    /**
     * One column.
     *
     * @param name its name
     * @param kind the kind of JSON value: string, number, boolean, null, array or object
     */
    public record Column(String name, String kind) {}

    private static final EventShape UNREADABLE = new EventShape("", List.of());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public EventShape {
        columns = List.copyOf(columns);
    }

    /** Reads the shape of a payload; of one that is no change event it is empty. */
    public static EventShape of(String payload) {
        JsonNode envelope;
        try {
            envelope = JSON.readTree(payload);
        } catch (JacksonException broken) {
            return UNREADABLE;
        }
        if (envelope == null || !envelope.isObject()) {
            return UNREADABLE;
        }
        return new EventShape(
                envelope.path("op").asString(""),
                envelope.path("after")
                        .propertyStream()
                        .map(property -> new Column(
                                property.getKey(),
                                property.getValue().getNodeType().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
