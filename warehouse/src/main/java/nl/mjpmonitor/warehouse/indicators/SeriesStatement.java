package nl.mjpmonitor.warehouse.indicators;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/**
 * One of the statements that answer questions. Its text is always the same; everything asked stands in its parameters.
 *
 * @param sql the statement
 * @param parameters its bound values
 */
record SeriesStatement(String sql, Map<String, Object> parameters) {

    private static final String MONTHLY_COUNTS = read("monthly_counts.sql");
    private static final String CASEWORK_ROWS = read("casework_rows.sql");

    SeriesStatement {
        parameters = Map.copyOf(parameters);
    }

    /** Adds up counts of the stream by month. */
    static SeriesStatement ofMonthlyCounts(Map<String, Object> parameters) {
        return new SeriesStatement(MONTHLY_COUNTS, parameters);
    }

    /** Reads rows of casework, and of the months that registers were kept. */
    static SeriesStatement ofCaseworkRows(Map<String, Object> parameters) {
        return new SeriesStatement(CASEWORK_ROWS, parameters);
    }

    /** A list of pairs as ClickHouse reads it. */
    static String array(Collection<String> pairs) {
        return pairs.stream().collect(Collectors.joining(",", "[", "]"));
    }

    static String pair(String first, String second) {
        return "(" + quoted(first) + "," + quoted(second) + ")";
    }

    /** The client does not quote what stands in a list of tuples. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String read(String name) {
        return PackagedFiles.read("sql/queries/" + name).text();
    }
}
