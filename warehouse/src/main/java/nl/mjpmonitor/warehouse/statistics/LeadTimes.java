package nl.mjpmonitor.warehouse.statistics;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How long things took.
 *
 * <p>Quantiles are interpolated between the two nearest of n ordered lead times, at place 1 + (n - 1) p: definition 7 of Hyndman and
 * Fan (The American Statistician 50, 1996), {@code PERCENTILE.INC} of spreadsheets. So the median of 3 and 4 days is 3.5.
 *
 * @param days lead times that are complete, in whole days, in any order
 */
public record LeadTimes(List<Integer> days) {

    private static final double MEDIAN = 0.5;
    private static final double NINETY_PERCENT = 0.9;

    /** Copies the lead times. */
    public LeadTimes {
        days = List.copyOf(days);
    }

    /** Days within which half was done; empty without lead times. */
    public OptionalDouble median() {
        return quantile(MEDIAN);
    }

    /** Days within which nine out of ten were done; empty without lead times. */
    public OptionalDouble ninetyPercent() {
        return quantile(NINETY_PERCENT);
    }

    private OptionalDouble quantile(double probability) {
        return days.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Quantile.withDefaults()
                        .with(Quantile.EstimationMethod.HF7)
                        .evaluate(
                                days.stream().mapToDouble(Integer::doubleValue).toArray(), probability));
    }
}
