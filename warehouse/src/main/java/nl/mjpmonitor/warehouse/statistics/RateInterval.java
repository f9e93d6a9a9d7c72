package nl.mjpmonitor.warehouse.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A rate and the interval around it.
 *
 * <p>Below 10 the interval is exact (Garwood, Biometrika 28, 1936: quantiles of chi-squared with 2n and 2n + 2 degrees of freedom);
 * from 10 on it is Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research II, IARC 1987, p. 69), which health
 * and safety monitors use; a 95 % interval then differs less than 0.2 % from the exact one. The exposure is taken as known.
 *
 * @param observed the count and its population or other exposure
 * @param per units of exposure for which the rate is given
 * @param rate observed count for each {@code per} units
 * @param interval interval of that rate, in the same unit
 */
public record RateInterval(ExposedCount observed, double per, double rate, ConfidenceInterval interval) {

    /** Below so many inhabitants a rate is not shown, only the count. */
    public static final int LOWEST_POPULATION = 1_000;

    private static final double INHABITANTS = 10_000;
    private static final double LEVEL = 0.95;
    private static final long LOWEST_COUNT_FOR_BYAR = 10;

    /** Rate for each 10,000 inhabitants, with a 95 % interval. */
    public static RateInterval perTenThousand(long count, long inhabitants) {
        return of(ExposedCount.of(count, (double) inhabitants), INHABITANTS, LEVEL);
    }

    /**
     * Rate for each {@code per} units of exposure.
     *
     * @throws IllegalArgumentException when {@code per} is not above 0 and finite, or the level not between 0 and 1
     */
    public static RateInterval of(ExposedCount observed, double per, double level) {
        if (!(per > 0) || Double.isInfinite(per)) {
            throw new IllegalArgumentException("A rate is given for more than 0 units, not for " + per);
        }
        return new RateInterval(
                observed,
                per,
                observed.ratePer(per),
                ofCount(observed.count(), level).times(per / observed.exposure()));
    }

    /** Interval of the mean of a Poisson count. */
    static ConfidenceInterval ofCount(long count, double level) {
        return count < LOWEST_COUNT_FOR_BYAR ? exact(count, level) : byar(count, level);
    }

    static ConfidenceInterval exact(long count, double level) {
        ConfidenceInterval.requireLevel(level);
        var tail = (1 - level) / 2;
        var lower = count == 0 ? 0 : chiSquared(2.0 * count, tail) / 2;
        return new ConfidenceInterval(lower, chiSquared(2.0 * count + 2, 1 - tail) / 2, level);
    }

    static ConfidenceInterval byar(long count, double level) {
        ConfidenceInterval.requireLevel(level);
        var deviate = SigmaLevel.quantile((1 + level) / 2);
        return new ConfidenceInterval(
                wilsonHilferty((double) count, -deviate), wilsonHilferty(count + 1.0, deviate), level);
    }

    private static double wilsonHilferty(double count, double deviate) {
        return count * Math.pow(1 - 1 / (9 * count) + deviate / (3 * Math.sqrt(count)), 3);
    }

    private static double chiSquared(double degreesOfFreedom, double probability) {
        return ChiSquaredDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
    }
}
