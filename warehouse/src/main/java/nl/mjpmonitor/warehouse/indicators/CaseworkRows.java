package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table of a source that have a value in the same columns, as the warehouse knew them.
 *
 * @param system source system
 * @param table table of it, without schema
 * @param columns names of these columns, of those that were read
 * @param keys primary key of each row
 * @param values the values as text, one row after the other
 */
record CaseworkRows(String system, String table, List<String> columns, List<String> keys, List<String> values) {

    private static final int DATE_LENGTH = 10;
    private static final int MONTHS_IN_YEAR = 12;

    /** What a date of the warehouse can hold. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2299;

    /** A row of {@code casework_rows.sql}. */
    static CaseworkRows of(GenericRecord row) {
        return new CaseworkRows(
                row.getString("source_system"),
                row.getString("source_table"),
                row.getList("names"),
                row.getList("keys"),
                row.getList("row_values"));
    }

    int size() {
        return keys.size();
    }

    /** Place of a column; -1 when it is null in these rows. */
    int column(String name) {
        return columns.indexOf(name);
    }

    /**
     * A value as text; null when the source has null.
     *
     * @param column place of the column, or -1
     */
    @Nullable String value(int row, int column) {
        return column < 0 ? null : values.get(row * columns.size() + column);
    }

    /** A value with which a date begins, in the form of ISO 8601 (2023-05-01); null when it is none that a date of the warehouse can hold. */
    @Nullable LocalDate day(int row, int column) {
        String text = value(row, column);
        if (text == null || text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE_LENGTH);
        boolean isDay = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= MONTHS_IN_YEAR
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return isDay ? LocalDate.of(year, month, day) : null;
    }

    /** Written out instead of parsed by a formatter, because a page reads tens of thousands of them; -1 for anything but digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            int digit = text.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
