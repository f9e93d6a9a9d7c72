package nl.mjpmonitor.warehouse.rows;

import java.time.LocalDate;

/**
 * The absolute count of one cell as known from a moment on, for {@code mart.monthly_count}.
 *
 * @param measure what is counted, such as {@code politie.A40}
 * @param areaCode buurt, or the municipality's code for what cannot be assigned to a buurt
 * @param monthEpochDay first day of the month, in days since 1970-01-01
 * @param knownAtMillis moment from which the warehouse knew this count, epoch milliseconds
 * @param count sum of the known contributions
 * @param unknownCount number of contributions whose count the source does not know
 * @param changeCount number of contributions known up to {@code knownAtMillis}: of two rows for the same cell and moment
 *     the one with the higher number counts
 */
public record MonthlyCountRow(
        String measure,
        String areaCode,
        long monthEpochDay,
        long knownAtMillis,
        long count,
        long unknownCount,
        long changeCount)
        implements WarehouseRow {

    private static final long LAST_EPOCH_DAY = 65_535;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the month is one the table cannot hold, see {@link #canHold}
     */
    public MonthlyCountRow {
        if (monthEpochDay < 0 || monthEpochDay > LAST_EPOCH_DAY) {
            throw new IllegalArgumentException("month lies outside 1970-01 to 2149-06");
        }
        if (changeCount < 0) {
            throw new IllegalArgumentException("changeCount is negative");
        }
    }

    /** Whether the table can hold counts of this month: 1970-01 to 2149-06. */
    public static boolean canHold(LocalDate month) {
        return month.toEpochDay() >= 0 && month.toEpochDay() <= LAST_EPOCH_DAY;
    }

    @Override
    public WarehouseTable table() {
        return WarehouseTable.MONTHLY_COUNT;
    }
}
