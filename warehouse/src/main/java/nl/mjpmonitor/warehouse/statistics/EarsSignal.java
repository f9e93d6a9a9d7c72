package nl.mjpmonitor.warehouse.statistics;

import java.util.OptionalDouble;

/**
 * What {@link Ears} says of one period.
 *
 * @param index place of the period in the series, from 0
 * @param count what was counted in it
 * @param expected mean of the baseline
 * @param deviation standard deviation of the baseline (n - 1), or the lowest one reckoned with
 * @param statistic C1 and C2: distance above the expected count in standard deviations; C3: sum over three periods of what exceeds one
 *     standard deviation
 * @param threshold the statistic above which this is a warning
 * @param upperBound the count above which this is a warning; empty for C3, which judges three periods together
 */
public record EarsSignal(
        int index,
        long count,
        double expected,
        double deviation,
        double statistic,
        double threshold,
        OptionalDouble upperBound) {

    /** Whether this is a warning. */
    public boolean isWarning() {
        return statistic > threshold;
    }
}
