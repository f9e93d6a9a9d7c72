package nl.mjpmonitor.ingest.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A part of a table that is read as one: all rows with certain codes.
 *
 * @param id its name in offsets
 * @param codes code by column, with the padding of the source
 */
record Slice(String id, Map<String, String> codes) {
    private static final String WHOLE_TABLE = "all";

    Slice {
        codes = new LinkedHashMap<>(codes);
    }

    /** Every combination of the codes of some columns; the whole table when there are none. */
    static List<Slice> combinations(Map<String, List<String>> codesByColumn) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<String>> column : codesByColumn.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String code : column.getValue()) {
                    Map<String, String> extended = new LinkedHashMap<>(combination);
                    extended.put(column.getKey(), code);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations.stream()
                .map(codes -> new Slice(nameOf(codes), codes))
                .toList();
    }

    private static String nameOf(Map<String, String> codes) {
        return codes.isEmpty()
                ? WHOLE_TABLE
                : codes.values().stream().map(String::strip).collect(Collectors.joining("|"));
    }
}
