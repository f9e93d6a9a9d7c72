package nl.mjpmonitor.streaming.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The placeholders that Debezium writes where PostgreSQL left an unchanged value out of its log (TOAST). */
final class UnchangedValues {

    /** The connector's {@code unavailable.value.placeholder}. */
    static final String PLACEHOLDER = "__debezium_unavailable_value";

    private static final String IN_BASE64 =
            Base64.getEncoder().encodeToString(PLACEHOLDER.getBytes(StandardCharsets.UTF_8));

    private UnchangedValues() {}

    /** Columns of the contract whose value was left out. */
    static List<String> columns(Contract contract, JsonNode row) {
        List<String> unchanged = List.of();
        for (String column : contract.columns()) {
            if (isPlaceholder(row.get(column))) {
                unchanged = unchanged.isEmpty() ? new ArrayList<>() : unchanged;
                unchanged.add(column);
            }
        }
        return unchanged;
    }

    /** A placeholder stands as text, as bytes in base64, or as the only element of an array. */
    private static boolean isPlaceholder(@Nullable JsonNode value) {
        if (value == null) {
            return false;
        }
        if (value.isString()) {
            return value.stringValue().equals(PLACEHOLDER)
                    || value.stringValue().equals(IN_BASE64);
        }
        return value.isArray() && value.size() == 1 && isPlaceholder(value.get(0));
    }
}
