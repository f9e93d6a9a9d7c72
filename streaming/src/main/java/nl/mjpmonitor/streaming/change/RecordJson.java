package nl.mjpmonitor.streaming.change;

import static nl.mjpmonitor.streaming.change.Refusal.unless;
import static nl.mjpmonitor.streaming.change.Refusal.unlessPresent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What records of all connectors have in common: strict JSON, the columns of a contract, the epoch of the source. */
final class RecordJson {

    /** Header in which the connector writes the epoch of its source. */
    static final String EPOCH_HEADER = "mjp.epoch";

    private static final int LONGEST_EPOCH = 10;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The one JSON object that the bytes are; null when they are anything else. */
    @Nullable ObjectNode object(byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        try {
            return mapper.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (JacksonException broken) {
            return null;
        }
    }

    String text(JsonNode node) {
        return mapper.writeValueAsString(node);
    }

    /** The key columns of the contract, in its order; null when the key lacks one. */
    @Nullable ObjectNode keyColumns(Contract contract, byte @Nullable [] keyJson) {
        ObjectNode key = object(keyJson);
        if (key == null) {
            return null;
        }
        ObjectNode columns = mapper.createObjectNode();
        for (String column : contract.keyColumns()) {
            JsonNode value = key.get(column);
            if (value == null || value.isNull() || !value.isValueNode()) {
                return null;
            }
            columns.set(column, value);
        }
        return columns;
    }

    /** The columns of the row that its contract names, in the contract's order, as JSON. */
    String contractColumns(Contract contract, ObjectNode row) {
        ObjectNode kept = mapper.createObjectNode();
        for (String column : contract.columns()) {
            JsonNode ofRow = row.get(column);
            if (ofRow != null) {
                kept.set(column, ofRow);
            }
        }
        return text(kept);
    }

    /** The columns of the row that its contract does not name. */
    static List<String> addedColumns(Contract contract, ObjectNode row) {
        List<String> added = List.of();
        for (String column : row.propertyNames()) {
            if (!contract.hasColumn(column)) {
                added = added.isEmpty() ? new ArrayList<>() : added;
                added.add(column);
            }
        }
        return added;
    }

    static void requireSameKey(Contract contract, ObjectNode key, ObjectNode row) throws Refusal {
        for (String column : contract.keyColumns()) {
            JsonNode ofRow = row.get(column);
            unless(
                    ofRow == null || ofRow.equals(key.get(column)),
                    RejectReason.MISSING_KEY,
                    "key: " + column + " must be that of the row");
        }
    }

    static void refuse(Optional<Violation> violation) throws Refusal {
        if (violation.isPresent()) {
            throw new Refusal(violation.get());
        }
    }

    static long epoch(ConsumedRecord record) throws Refusal {
        return unlessPresent(
                epochOrNull(record),
                RejectReason.MISSING_VERSION,
                "header " + EPOCH_HEADER + ": must be a whole number below 2^32");
    }

    private static @Nullable Long epochOrNull(ConsumedRecord record) {
        byte[] header = record.header(EPOCH_HEADER);
        if (header == null || header.length > LONGEST_EPOCH) {
            return null;
        }
        try {
            long epoch = Long.parseLong(new String(header, StandardCharsets.UTF_8));
            return ChangeVersion.isUnsignedInt(epoch) ? epoch : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    static String textOf(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.stringValue() : "";
    }

    static @Nullable Long wholeNumber(@Nullable JsonNode object, String name) {
        JsonNode number = object == null ? null : object.get(name);
        return number != null && number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : null;
    }
}
