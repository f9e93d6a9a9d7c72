package nl.mjpmonitor.warehouse.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reference file: UTF-8, fields between semicolons, without quotes; the first line names the columns.
 *
 * @param path where it was found, for messages
 * @param text its content
 */
public record ReferenceFile(String path, String text) {

    private static final String SEPARATOR = ";";

    /**
     * The lines after the first.
     *
     * @param columns the columns the file must have, in this order
     * @param problems takes what is wrong; a line with too many or too few fields is left out
     */
    public List<ReferenceRow> rows(List<String> columns, ReferenceProblems problems) {
        List<String> lines = text.lines().toList();
        String header = String.join(SEPARATOR, columns);
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            problems.add(path, 1, "the first line does not name the columns; make it " + header);
            return List.of();
        }
        List<ReferenceRow> rows = new ArrayList<>();
        for (int index = 1; index < lines.size(); index++) {
            List<String> fields = List.of(lines.get(index).split(SEPARATOR, -1));
            if (fields.size() == columns.size()) {
                rows.add(new ReferenceRow(path, index + 1, named(columns, fields), problems));
            } else {
                problems.add(
                        path,
                        index + 1,
                        "the line has " + fields.size() + " fields instead of " + columns.size()
                                + "; fill in one for each of " + header);
            }
        }
        return rows;
    }

    private static Map<String, String> named(List<String> columns, List<String> fields) {
        Map<String, String> named = new HashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            named.put(columns.get(index), fields.get(index).strip());
        }
        return named;
    }
}
