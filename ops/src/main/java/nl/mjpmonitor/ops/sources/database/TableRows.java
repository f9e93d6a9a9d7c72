package nl.mjpmonitor.ops.sources.database;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one table, all in one COPY. */
public final class TableRows {
    private final String table;
    private final List<String> columns;
    private final StringBuilder csv = new StringBuilder();

    /**
     * No rows yet.
     *
     * @param table schema-qualified
     * @param columns the columns every row gives a value for, in that order
     */
    public TableRows(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param values as text that PostgreSQL reads; null is NULL
     * @throws IllegalArgumentException if there are more or fewer values than columns
     */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    table + " has " + columns.size() + " columns to fill, not " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (i > 0) {
                csv.append(',');
            }
            if (value != null) {
                csv.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
            }
        }
        csv.append('\n');
    }

    /** Copies all rows into the table. */
    public void copyInto(Connection connection) throws SQLException {
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT csv)";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(csv.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }
}
