package nl.mjpmonitor.warehouse.statistics;

import java.time.YearMonth;

/**
 * A count, and how much there was to count in: months, days, inhabitants, dwellings.
 *
 * @param count how many were counted, 0 to 1,000,000,000
 * @param exposure what they were counted in, finite and above 0; the unit is the caller's, and the same for all counts of one
 *     comparison
 */
public record ExposedCount(long count, double exposure) implements Reading {

    /** Mean length of a Gregorian month in days, 365.25 / 12. */
    private static final double DAYS_IN_MEAN_MONTH = 365.25 / 12;

    /** Keeps the sum of two counts within the range that the exact distributions accept. */
    private static final long HIGHEST_COUNT = 1_000_000_000;

    /** @throws IllegalArgumentException when the count or the exposure is outside its range */
    public ExposedCount {
        if (count < 0 || count > HIGHEST_COUNT) {
            throw new IllegalArgumentException("A count lies between 0 and " + HIGHEST_COUNT + ", not " + count);
        }
        if (!(exposure > 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException("An exposure is finite and above 0, not " + exposure);
        }
    }

    /** A count in one unit of exposure, such as one period. */
    public static ExposedCount of(long count) {
        return new ExposedCount(count, 1);
    }

    /** A count in a given exposure. */
    public static ExposedCount of(long count, double exposure) {
        return new ExposedCount(count, exposure);
    }

    /**
     * A count in a calendar month, with the length of that month as exposure: February counts for less than a month, March for
     * more. The unit is the mean month of 365.25 / 12 days.
     */
    public static ExposedCount inMonth(long count, YearMonth month) {
        return new ExposedCount(count, month.lengthOfMonth() / DAYS_IN_MEAN_MONTH);
    }

    /** Count for each unit of exposure. */
    public double rate() {
        return count / exposure;
    }

    /** Count for each {@code units} of exposure, for example for each 10,000 inhabitants. */
    public double ratePer(double units) {
        return count / exposure * units;
    }

    /** Both counts together, in both exposures together. */
    public ExposedCount plus(ExposedCount other) {
        return new ExposedCount(count + other.count, exposure + other.exposure);
    }
}
