package nl.mjpmonitor.ops.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table whose rows the stream counts, and what a {@code GROUP BY} of its rows gives. Deliberately a second telling of the rules in
 * the stream: a comparison that used the stream's own could not find them wrong.
 */
enum CountedRows {
    REGISTRATIONS("politiecijfers", "registration", "politie.", "police_class", "area_code", "month", "is_withdrawn") {
        @Override
        JsonNode amount(ObjectNode row) {
            return row.path("registration_count");
        }
    },
    REPORTS("melddesk", "report", "melddesk.", "category", "buurt_code", "happened_on", "is_merged") {
        @Override
        JsonNode amount(ObjectNode row) {
            return row.numberNode(1);
        }
    };

    /** Ends the name of a cell when its unknowns are meant. */
    static final String UNKNOWN = " unknown";

    private static final String WITHDRAWN = "is_withdrawn";
    private static final int MONTH_LENGTH = "yyyy-mm".length();

    private final String system;
    private final String table;
    private final String measurePrefix;
    private final String category;
    private final String area;
    private final String date;
    private final String mark;

    /** @param mark column that says, beside being withdrawn, that a row counts nowhere */
    CountedRows(
            String system, String table, String measurePrefix, String category, String area, String date, String mark) {
        this.system = system;
        this.table = table;
        this.measurePrefix = measurePrefix;
        this.category = category;
        this.area = area;
        this.date = date;
        this.mark = mark;
    }

    static Optional<CountedRows> of(String system, String table) {
        return List.of(values()).stream()
                .filter(counted -> counted.system.equals(system) && counted.table.equals(table))
                .findFirst();
    }

    /** How many a row stands for; null when the source does not know. */
    abstract JsonNode amount(ObjectNode row);

    String measurePrefix() {
        return measurePrefix;
    }

    /** Adds a row to the cell that it counts in; what it does not know under the cell's name with {@link #UNKNOWN}. */
    void count(ObjectNode row, Map<String, Long> counts) {
        if (!row.path(WITHDRAWN).asBoolean(false) && !row.path(mark).asBoolean(false)) {
            String cell = "%s%s %s %s-01"
                    .formatted(
                            measurePrefix,
                            row.path(category).asString(),
                            row.path(area).asString(),
                            row.path(date).asString().substring(0, MONTH_LENGTH));
            JsonNode amount = amount(row);
            counts.merge(amount.isNull() ? cell + UNKNOWN : cell, amount.asLong(1), Long::sum);
        }
    }
}
