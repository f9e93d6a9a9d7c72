package nl.mjpmonitor.ops.sources.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import org.jspecify.annotations.Nullable;

/** One change being made to a source system: its moment, the chance behind it, and the statements it consists of. */
public final class LiveTransaction {
    /** Rows of longer ago are left alone. */
    public static final int RECENT_MONTHS = 12;

    /** A name in a column that is never published. */
    public static final String DEMO_NAME = "Demonaam (verzonnen)";

    /** A text in a column that is never published. */
    public static final String DEMO_TEXT = "Demotekst: verzonnen.";

    private static final AreaWeights AREAS = AreaWeights.load();

    private final Connection connection;
    private final Chance chance;
    private final ZonedDateTime now;

    LiveTransaction(Connection connection, Chance chance, ZonedDateTime now) {
        this.connection = connection;
        this.chance = chance;
        this.now = now;
    }

    /** The chance behind this change. */
    public Chance chance() {
        return chance;
    }

    /** The day on which it is made. */
    public LocalDate today() {
        return now.toLocalDate();
    }

    /** The moment at which it is made. */
    public OffsetDateTime now() {
        return now.toOffsetDateTime();
    }

    /** The first day whose rows may be changed. */
    public LocalDate recent() {
        return today().minusMonths(RECENT_MONTHS);
    }

    /** A buurt or the remainder, as likely as its share of the offences. */
    public String area() {
        return AREAS.draw(chance);
    }

    /**
     * A row, each as likely.
     *
     * @param columns its key among them: no two rows have the same texts
     * @param condition SQL, with a question mark for each value
     * @return the row, if any meets the condition
     */
    public Optional<LiveRow> pick(String table, List<String> columns, String condition, @Nullable Object... values)
            throws SQLException {
        String sql = "SELECT %1$s FROM %2$s WHERE %3$s ORDER BY md5(concat_ws('|', %1$s) || ?) LIMIT 1 FOR UPDATE"
                .formatted(String.join(", ", columns), table, condition);
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = salt();
        try (PreparedStatement statement = prepare(sql, all);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(row(found)) : Optional.empty();
        }
    }

    /**
     * Changes a row, each as likely.
     *
     * @param key its key, as SQL
     * @param settings what is set, as SQL, with a question mark for each of the first values
     * @param condition SQL, with a question mark for each of the other values
     * @return whether any row meets the condition
     */
    public boolean change(String table, String key, String settings, String condition, @Nullable Object... values)
            throws SQLException {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = salt();
        String sql =
                "UPDATE %1$s SET %2$s WHERE %3$s = (SELECT %3$s FROM %1$s WHERE %4$s ORDER BY md5(%3$s::text || ?) LIMIT 1)"
                        .formatted(table, settings, key, condition);
        try (PreparedStatement statement = prepare(sql, all)) {
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * The next number of a year, such as SIG-2026-0042.
     *
     * @param prefix what comes before the year
     * @param digits least number of digits
     */
    public String nextNumber(String table, String column, String prefix, int digits) throws SQLException {
        String start = prefix + "-" + today().getYear() + "-";
        String sql = "SELECT coalesce(max(substr(%1$s, ?)::integer), 0) + 1 FROM %2$s WHERE %1$s ~ ?"
                .formatted(column, table);
        try (PreparedStatement statement = prepare(sql, start.length() + 1, "^" + start + "[0-9]+$");
                ResultSet found = statement.executeQuery()) {
            found.next();
            return (start + "%0" + digits + "d").formatted(found.getInt(1));
        }
    }

    /** Runs a statement with a question mark for each value; answers how many rows it changed. */
    public int run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Adds a demonstration row: the columns and values given, and its provenance. */
    public void insert(String table, List<String> columns, @Nullable Object... values) throws SQLException {
        run(
                "INSERT INTO %s (%s, provenance) VALUES (%s'demonstration')"
                        .formatted(table, String.join(", ", columns), "?, ".repeat(columns.size())),
                values);
    }

    /** The connection, for what the methods here do not do; the transaction is not its user's to end. */
    public Connection connection() {
        return connection;
    }

    /** Keeps the registers that are still kept in this month too. */
    void keepRegisters(String schema) throws SQLException {
        keepRegisters(schema, "true");
    }

    /**
     * Keeps in this month too what of some registers is still kept.
     *
     * @param condition which registers, as SQL
     */
    public void keepRegisters(String schema, String condition) throws SQLException {
        LocalDate month = today().withDayOfMonth(1);
        run("""
                UPDATE %1$s.register_period SET period_to = ?
                WHERE provenance = 'demonstration' AND period_to < ? AND %2$s
                  AND period_to = (SELECT max(period_to) FROM %1$s.register_period)""".formatted(schema, condition), month, month);
    }

    /** Which row it is follows from the chance behind the change and from the rows there are, not from where they are kept. */
    private String salt() {
        return Integer.toString(chance.between(0, Integer.MAX_VALUE - 1));
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static LiveRow row(ResultSet found) throws SQLException {
        Map<String, String> row = new HashMap<>();
        ResultSetMetaData columns = found.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = found.getString(i);
            if (value != null) {
                row.put(columns.getColumnLabel(i), value);
            }
        }
        return new LiveRow(row);
    }
}
