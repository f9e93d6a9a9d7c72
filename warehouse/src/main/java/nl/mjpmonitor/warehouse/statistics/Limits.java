package nl.mjpmonitor.warehouse.statistics;

/**
 * Limits of a control chart at one period, in the unit of the chart. A value on a limit is within it.
 *
 * @param lower lower limit, three sigma below the centre line or the lowest value that can occur
 * @param centre centre line
 * @param upper upper limit, three sigma above the centre line
 */
public record Limits(double lower, double centre, double upper) {

    /** @throws IllegalArgumentException when the limits are not in order */
    public Limits {
        if (!(lower <= centre && centre <= upper)) {
            throw new IllegalArgumentException(
                    "Limits run from low to high, not " + lower + ", " + centre + ", " + upper);
        }
    }

    /** Whether a value lies within the limits. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
