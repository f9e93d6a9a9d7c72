package nl.mjpmonitor.dashboard.documents.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * An axis with round steps that holds zero and all values: at most six steps of 1, 2 or 5 times a power of ten.
 *
 * @param lowest where the axis starts, at most 0
 * @param highest where it ends, above the lowest
 * @param step distance between two ticks
 */
record AxisScale(BigDecimal lowest, BigDecimal highest, BigDecimal step) {

    private static final int MOST_STEPS = 5;

    /** The scale of these values; 0 to 1 when there are none. */
    static AxisScale of(Stream<BigDecimal> values) {
        List<BigDecimal> all = Stream.concat(values, Stream.of(BigDecimal.ZERO)).toList();
        BigDecimal least = all.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal most = all.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal range = most.subtract(least);
        BigDecimal step = range.signum() == 0 ? BigDecimal.ONE : roundStep(range);
        BigDecimal lowest = least.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal highest = most.divide(step, 0, RoundingMode.CEILING).multiply(step);
        return new AxisScale(lowest, highest.compareTo(lowest) > 0 ? highest : lowest.add(step), step);
    }

    private static BigDecimal roundStep(BigDecimal range) {
        BigDecimal rough = range.divide(BigDecimal.valueOf(MOST_STEPS), 12, RoundingMode.HALF_UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return Stream.of(1, 2, 5, 10)
                .map(times -> power.multiply(BigDecimal.valueOf(times)))
                .filter(candidate -> candidate.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** The ticks from the lowest to the highest. */
    List<BigDecimal> ticks() {
        return Stream.iterate(lowest, tick -> tick.compareTo(highest) <= 0, tick -> tick.add(step))
                .toList();
    }

    /** Where a value lies: 0 at the lowest, 1 at the highest. */
    double share(BigDecimal value) {
        return value.subtract(lowest).doubleValue() / highest.subtract(lowest).doubleValue();
    }
}
