package nl.mjpmonitor.warehouse.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Two counts compared: did the rate change, or does chance explain the difference?
 *
 * <p>Both counts are taken as Poisson. Given their sum, the later one is then binomial with probability (later exposure / both
 * exposures) when the rate did not change, which makes the test and the interval exact, also for very small counts (Przyborowski
 * and Wilenski, Biometrika 31, 1940). The test is central: twice the smaller tail. So the p-value is below 0.05 exactly when the
 * 95 % interval of the ratio leaves out 1 (Fay, The R Journal 2(1), 2010); for equal exposures it is the usual binomial test.
 *
 * <p>Counts that spread more than chance (series of offences by one group, one night with many) make this test too eager. Where
 * there is a series, a {@link ControlChart} sees that; two counts alone cannot show it.
 *
 * @param earlier the count to compare with
 * @param later the count that is judged
 */
public record PoissonComparison(ExposedCount earlier, ExposedCount later) {

    /**
     * p-value below which a change is called unusual: 0.0339, or once in 30 comparisons without a change. It is the exact
     * counterpart of the rule of thumb |2(√later - √earlier)| &gt; 3. That difference has standard deviation √2, not 1, so 3 is 2.1
     * standard deviations.
     */
    public static final double UNUSUAL = SigmaLevel.bothTails(3 / Math.sqrt(2));

    private static final long LOWEST_BASE_FOR_PERCENTAGE = 10;
    private static final long LOWEST_SUM_FOR_PERCENTAGE = 20;

    /** Two counts in periods of equal length and of the same population. */
    public static PoissonComparison of(long earlier, long later) {
        return new PoissonComparison(ExposedCount.of(earlier), ExposedCount.of(later));
    }

    /**
     * Probability, without a change of the rate, of a difference at least as large as this one, 0 to 1. It is 1 when nothing was
     * counted at all.
     */
    public double pValue() {
        var laterGivenSum = BinomialDistribution.of(sum(), laterShare());
        var atMost = laterGivenSum.cumulativeProbability((int) later.count());
        var atLeast = laterGivenSum.survivalProbability((int) later.count() - 1);
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    /** Later rate divided by earlier rate; empty when nothing was counted earlier. */
    public OptionalDouble rateRatio() {
        return earlier.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(later.rate() / earlier.rate());
    }

    /**
     * Exact (Clopper-Pearson) interval of the ratio of the rates. It has no upper bound when nothing was counted earlier.
     *
     * @throws IllegalArgumentException when the level is not between 0 and 1
     */
    public ConfidenceInterval rateRatioInterval(double level) {
        ConfidenceInterval.requireLevel(level);
        if (sum() == 0) {
            return new ConfidenceInterval(0, Double.POSITIVE_INFINITY, level);
        }
        Interval share =
                BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(sum(), (int) later.count(), 1 - level);
        return new ConfidenceInterval(ratioFor(share.getLowerBound()), ratioFor(share.getUpperBound()), level);
    }

    /**
     * The rule of thumb 2(√later - √earlier) of crime analysts (A. Wheeler, CRIME De-Coder), where beyond 3 either way is a signal.
     * For tables; judgements use the exact test. Empty when the exposures differ, for which the rule is not meant.
     */
    public OptionalDouble squareRootDifference() {
        return hasEqualExposures()
                ? OptionalDouble.of(2 * (Math.sqrt((double) later.count()) - Math.sqrt((double) earlier.count())))
                : OptionalDouble.empty();
    }

    /** Later count minus earlier count. */
    public long difference() {
        return later.count() - earlier.count();
    }

    /** Whether both counts were made in equally much. */
    public boolean hasEqualExposures() {
        return later.exposure() == earlier.exposure();
    }

    /** Whether a percentage tells anything: the earlier count is at least 10 and both together at least 20. */
    public boolean isLargeEnoughForPercentage() {
        return earlier.count() >= LOWEST_BASE_FOR_PERCENTAGE && sum() >= LOWEST_SUM_FOR_PERCENTAGE;
    }

    private int sum() {
        return (int) (earlier.count() + later.count());
    }

    private double laterShare() {
        return later.exposure() / (earlier.exposure() + later.exposure());
    }

    private double ratioFor(double share) {
        return share / (1 - share) * earlier.exposure() / later.exposure();
    }
}
