package nl.mjpmonitor.warehouse.statistics;

/**
 * Values that agree with what was observed.
 *
 * @param lower lower bound, in the unit of the estimate
 * @param upper upper bound, in the unit of the estimate; infinite when the observation sets no bound
 * @param level how often such an interval holds the true value, above 0 and below 1; 0.95 in what is shown
 */
public record ConfidenceInterval(double lower, double upper, double level) {

    /** @throws IllegalArgumentException when the bounds are not in order or the level is not between 0 and 1 */
    public ConfidenceInterval {
        requireLevel(level);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("An interval runs from low to high, not from " + lower + " to " + upper);
        }
    }

    /** Whether a value lies between the bounds, the bounds included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The same interval in another unit. The factor is above 0. */
    ConfidenceInterval times(double factor) {
        return new ConfidenceInterval(lower * factor, upper * factor, level);
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level lies between 0 and 1, not " + level);
        }
    }
}
