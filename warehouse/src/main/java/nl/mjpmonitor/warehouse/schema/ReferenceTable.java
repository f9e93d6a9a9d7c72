package nl.mjpmonitor.warehouse.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one table of reference data.
 *
 * @param name qualified name of the table
 * @param columns its columns
 * @param lines its rows as JSON objects, one a line
 */
record ReferenceTable(String name, List<String> columns, String lines) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Writes rows, whose values stand in the order of the columns. */
    static ReferenceTable of(String name, List<String> columns, List<List<Object>> rows) {
        StringBuilder lines = new StringBuilder();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of " + name + " has " + row.size() + " values");
            }
            Map<String, Object> object = new LinkedHashMap<>();
            for (int index = 0; index < columns.size(); index++) {
                object.put(columns.get(index), row.get(index));
            }
            lines.append(JSON.writeValueAsString(object)).append('\n');
        }
        return new ReferenceTable(name, List.copyOf(columns), lines.toString());
    }

    /** SHA-256 of the rows, hexadecimal. */
    String checksum() {
        return new MigrationFile(name, lines, "").checksum();
    }
}
