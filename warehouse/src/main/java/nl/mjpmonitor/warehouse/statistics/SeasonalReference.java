package nl.mjpmonitor.warehouse.statistics;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The same month of earlier years.
 *
 * @param counts what was counted, by month, at least one
 * @param weights how much each counts, in the same order, with sum equal to their number
 * @param dispersion variance between years divided by what chance gives, at least 1
 */
public record SeasonalReference(NavigableMap<YearMonth, Long> counts, List<Double> weights, double dispersion) {

    /** With fewer earlier years there is no judgement. */
    public static final int FEWEST_YEARS = 3;

    private static final double THREE_SIGMA = SigmaLevel.bothTails(3);

    /** @throws IllegalArgumentException when there are no counts, not as many weights above 0, or a dispersion below 1 */
    public SeasonalReference {
        if (counts.isEmpty()
                || weights.size() != counts.size()
                || weights.stream().anyMatch(weight -> !(weight > 0))
                || !(dispersion >= 1)) {
            throw new IllegalArgumentException(
                    "A reference needs counts, a weight above 0 for each, and a dispersion from 1");
        }
        counts = Collections.unmodifiableNavigableMap(new TreeMap<>(counts));
        weights = List.copyOf(weights);
    }

    /**
     * The same period of earlier years, with the dispersion between those years.
     *
     * @param counts the count of each year, by the first month of the period; at least one
     */
    public static SeasonalReference ofYears(NavigableMap<YearMonth, Long> counts) {
        var years = counts.values().stream().map(ExposedCount::of).toList();
        return of(counts, Math.max(1, Dispersion.of(List.of(years))));
    }

    static SeasonalReference of(NavigableMap<YearMonth, Long> counts, double dispersion) {
        return new SeasonalReference(counts, Collections.nCopies(counts.size(), 1.0), dispersion);
    }

    /** Number of earlier years. */
    public int years() {
        return counts.size();
    }

    /** Weighted mean of the earlier years. */
    public double mean() {
        var sum = 0.0;
        var index = 0;
        for (var count : counts.values()) {
            sum += weights.get(index++) * count;
        }
        return sum / weights.stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Quantile of the earlier years, unweighted (definition 8 of Hyndman and Fan, The American Statistician 50, 1996).
     *
     * @param probability 0 to 1
     */
    public double quantile(double probability) {
        return Quantile.withDefaults()
                .evaluate(
                        counts.values().stream().mapToDouble(Long::doubleValue).toArray(), probability);
    }

    /**
     * Counts that are normal this year: three sigma, so at most 0.27 % false alarms by chance alone. The range allows for the few years
     * behind the mean and for the spread between years.
     */
    public CountRange normalRange() {
        return range(THREE_SIGMA);
    }

    /**
     * Counts that are normal this year.
     *
     * @param falseAlarms probability of a count outside the range when nothing has changed, above 0 and below 1
     */
    public CountRange range(double falseAlarms) {
        ConfidenceInterval.requireLevel(falseAlarms);
        var effectiveYears = effectiveYears();
        return Prediction.range(mean() * effectiveYears, effectiveYears, dispersion, falseAlarms);
    }

    /**
     * The same reference in which years far above the others weigh less, so that one outbreak does not become the norm. Unchanged with
     * fewer than {@value #FEWEST_YEARS} years.
     */
    public SeasonalReference downweighted() {
        if (years() < FEWEST_YEARS || mean() == 0) {
            return this;
        }
        var residuals = ReferenceWeights.residuals(List.copyOf(counts.values()), mean(), dispersion);
        return new SeasonalReference(counts, ReferenceWeights.of(residuals, ReferenceWeights.THRESHOLD), dispersion);
    }

    private double effectiveYears() {
        var sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return sum
                * sum
                / weights.stream().mapToDouble(weight -> weight * weight).sum();
    }
}
