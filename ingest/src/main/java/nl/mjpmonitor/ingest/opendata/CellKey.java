package nl.mjpmonitor.ingest.opendata;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Which cell of a table: what is measured, where, when, and of what. Codes carry no padding.
 *
 * @param measure the project's name of the measure
 * @param area code of the area
 * @param period the period
 * @param dimensions code by dimension, for every dimension that is not the area or the period
 */
record CellKey(String measure, String area, PeriodCode period, SortedMap<String, String> dimensions) {
    private static final String SEPARATOR = "\t";
    private static final String CATEGORY_SEPARATOR = "/";

    CellKey {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    /** One line of text from which {@link #ofText} makes an equal key. */
    String text() {
        StringJoiner text = new StringJoiner(SEPARATOR).add(measure).add(area).add(period.code());
        dimensions.forEach((dimension, code) -> text.add(dimension + "=" + code));
        return text.toString();
    }

    static CellKey ofText(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (int part = 3; part < parts.length; part++) {
            int equals = parts[part].indexOf('=');
            dimensions.put(parts[part].substring(0, equals), parts[part].substring(equals + 1));
        }
        PeriodCode period = PeriodCode.of(parts[2])
                .orElseThrow(() -> new IllegalArgumentException("No period in the key of a cell: " + parts[2]));
        return new CellKey(parts[0], parts[1], period, dimensions);
    }

    /** The codes of the dimensions in one text, in the order of the names of the dimensions; empty when there are none. */
    String category() {
        return String.join(CATEGORY_SEPARATOR, dimensions.values());
    }

    /** What tells this cell apart from the others of the same area and period, for use in messages. */
    String describe() {
        StringJoiner text = new StringJoiner(", ").add(measure).add(area).add(period.code());
        for (Map.Entry<String, String> dimension : dimensions.entrySet()) {
            text.add(dimension.getKey() + " " + dimension.getValue());
        }
        return text.toString();
    }
}
