package nl.mjpmonitor.ops.sources.live;

import java.util.Map;

/**
 * A row that was picked.
 *
 * @param columns its columns as text, without those that are null
 */
public record LiveRow(Map<String, String> columns) {
    /** Copies the columns. */
    public LiveRow {
        columns = Map.copyOf(columns);
    }

    /**
     * The text of a column.
     *
     * @throws IllegalArgumentException if it is null or was not asked for
     */
    public String get(String column) {
        String text = columns.get(column);
        if (text == null) {
            throw new IllegalArgumentException("no " + column + " among " + columns.keySet());
        }
        return text;
    }
}
