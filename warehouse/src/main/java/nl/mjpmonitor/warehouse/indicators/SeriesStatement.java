package nl.mjpmonitor.warehouse.indicators;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the statements that answer questions. Its text is always the same; everything asked stands in its parameters.
 *
 * @param sql the statement
 * @param parameters its bound values
 */
record SeriesStatement(String sql, Map<String, Object> parameters) {

    private static final String STREAM = read("series_of_stream.sql");
    private static final String CASEWORK = read("series_of_casework.sql");
    private static final String KEPT_MONTHS = read("kept_months.sql");

    SeriesStatement {
        parameters = Map.copyOf(parameters);
    }

    /** Adds up counts of the stream. */
    static SeriesStatement ofStream(Map<String, Object> parameters) {
        return new SeriesStatement(STREAM, parameters);
    }

    /** Counts rows of casework. */
    static SeriesStatement ofCasework(Map<String, Object> parameters) {
        return new SeriesStatement(CASEWORK, parameters);
    }

    /** Asks which months registers were kept. */
    static SeriesStatement ofKeptMonths(Map<String, Object> parameters) {
        return new SeriesStatement(KEPT_MONTHS, parameters);
    }

    /** Rows as the format JSONCompactEachRow reads them. */
    static String rows(Collection<? extends List<?>> rows) {
        return rows.stream().map(JsonMapper.shared()::writeValueAsString).collect(Collectors.joining(","));
    }

    /** A list of tuples or texts as ClickHouse reads it. */
    static String array(Collection<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
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
