package nl.mjpmonitor.ingest.opendata;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a service says about a table, as opposed to what is in it. */
final class ODataMetadata {
    /** Moments without a zone are in Dutch time. */
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ODataMetadata() {}

    /**
     * A code of a column.
     *
     * @param key the code with the padding of the source
     * @param isProvisional whether the source marks it so
     */
    record Code(String key, boolean isProvisional) {}

    /**
     * When the table was changed and how large it is.
     *
     * @param modifiedAt null when it does not say
     * @param rowCount {@link PageOffset#UNANNOUNCED} when it does not say
     */
    record State(@Nullable Instant modifiedAt, long rowCount) {}

    static State state(byte[] body) throws MalformedAnswerException {
        JsonNode root = object(body);
        JsonNode infos = root.path("value");
        JsonNode info = infos.isArray() ? infos.path(0) : root;
        String modified =
                info.path("ObservationsModified").asString(info.path("Modified").asString(""));
        if (!info.isObject() || (info.path("Identifier").isMissingNode() && modified.isEmpty())) {
            throw new MalformedAnswerException("the answer says nothing about the table");
        }
        return new State(
                modified.isEmpty() ? null : moment(modified),
                info.path("ObservationCount").asLong(PageOffset.UNANNOUNCED));
    }

    /** The number in an answer that is nothing but a number. */
    static long count(byte[] body) throws MalformedAnswerException {
        // version 3 may begin with a byte order mark
        String text =
                new String(body, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new MalformedAnswerException("the number of rows is no number", noNumber);
        }
    }

    /**
     * Checks that the table still has the columns of its definition, and that an absent row still means what the definition says.
     *
     * @throws TableDriftException naming everything that is different
     */
    static void checkStructure(byte[] body, TableDefinition table, int version)
            throws MalformedAnswerException, TableDriftException {
        Map<String, JsonNode> columns = new HashMap<>();
        for (ObjectNode column : ODataPage.read(body).rows()) {
            columns.put(column.path(version == 4 ? "Identifier" : "Key").asString(""), column);
        }
        if (columns.isEmpty()) {
            throw new MalformedAnswerException("the table has no columns at all");
        }
        List<String> problems = new ArrayList<>();
        for (TableDefinition.MeasureColumn measure : table.measures()) {
            JsonNode column = columns.get(measure.column());
            if (column == null) {
                problems.add("it has no measure '" + measure.column() + "'");
            } else if (version == 3) {
                missingMeaning(column, table).ifPresent(problems::add);
            }
        }
        if (version == 3) {
            List<String> dimensions = new ArrayList<>(
                    List.of(table.area().column(), table.period().column()));
            table.dimensions().forEach(dimension -> dimensions.add(dimension.column()));
            dimensions.stream()
                    .filter(column -> !columns.containsKey(column))
                    .forEach(column -> problems.add("it has no column '" + column + "'"));
        }
        if (!problems.isEmpty()) {
            throw new TableDriftException("the table is not what its definition says: " + String.join("; ", problems));
        }
    }

    private static Optional<String> missingMeaning(JsonNode column, TableDefinition table) {
        String said = column.path("Default").asString("");
        if (said.isEmpty()) {
            return Optional.empty();
        }
        MissingCell means = said.equalsIgnoreCase("Zero") ? MissingCell.ZERO : MissingCell.UNKNOWN;
        return means == table.missingMeans()
                ? Optional.empty()
                : Optional.of("its 'Default' is " + said + ", so 'missingMeans' must be '" + means.text() + "'");
    }

    /** The codes of a column, in the order of the source. */
    static List<Code> codes(byte[] body) throws MalformedAnswerException {
        List<Code> codes = new ArrayList<>();
        for (ObjectNode row : ODataPage.read(body).rows()) {
            String key = row.path("Key").asString(row.path("Identifier").asString(""));
            if (key.isBlank()) {
                throw new MalformedAnswerException("a code has no key");
            }
            codes.add(new Code(key, isProvisional(row)));
        }
        return codes;
    }

    private static boolean isProvisional(ObjectNode code) {
        String status = code.path("Status").asString("").strip().toLowerCase(Locale.ROOT);
        return status.contains("voorlopig")
                || status.contains("provisional")
                || code.path("Title").asString("").strip().endsWith("*");
    }

    private static Instant moment(String text) throws MalformedAnswerException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutZone) {
            try {
                return LocalDateTime.parse(text).atZone(DUTCH_TIME).toInstant();
            } catch (DateTimeException unreadable) {
                throw new MalformedAnswerException("'" + text + "' is no moment", unreadable);
            }
        }
    }

    private static JsonNode object(byte[] body) throws MalformedAnswerException {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
            throw new MalformedAnswerException("the answer is no JSON object");
        } catch (JacksonException broken) {
            throw MalformedAnswerException.noJson(broken);
        }
    }
}
