package nl.mjpmonitor.warehouse.statistics;

/**
 * Counts that are normal: everything from {@code lower} to {@code upper}, both included.
 *
 * @param lower smallest normal count, 0 or more
 * @param upper largest normal count
 */
public record CountRange(long lower, long upper) {

    /** @throws IllegalArgumentException when the counts are negative or not in order */
    public CountRange {
        if (lower < 0 || lower > upper) {
            throw new IllegalArgumentException(
                    "A range of counts runs from 0 or more upwards, not " + lower + " to " + upper);
        }
    }

    /** Whether the count is normal. */
    public boolean contains(long count) {
        return lower <= count && count <= upper;
    }
}
