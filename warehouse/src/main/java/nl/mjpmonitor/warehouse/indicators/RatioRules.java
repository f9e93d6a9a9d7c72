package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Measured;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.NotApplicable;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Suppressed;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Unknown;

/**
 * A ratio says no more than its sides: what is not applicable, unknown or suppressed of either is so of the ratio. Nothing
 * is divided by zero: that is unknown.
 */
final class RatioRules {

    private RatioRules() {}

    static IndicatorPoint point(IndicatorPoint of, IndicatorPoint to, int times) {
        IndicatorValue value = value(of.value(), to.value(), times);
        PointMarks marks = value instanceof Measured ? marks(of.marks(), to.marks()) : PointMarks.NONE;
        return new IndicatorPoint(of.period(), value, marks);
    }

    private static IndicatorValue value(IndicatorValue of, IndicatorValue to, int times) {
        if (of instanceof NotApplicable || to instanceof NotApplicable) {
            return new NotApplicable();
        }
        if (of instanceof Unknown || to instanceof Unknown) {
            return new Unknown();
        }
        if (of instanceof Suppressed || to instanceof Suppressed) {
            return new Suppressed();
        }
        BigDecimal divisor = number(to);
        boolean isProvisional = Stream.of(of, to).anyMatch(side -> status(side) == ValueStatus.VOORLOPIG);
        return divisor.signum() == 0
                ? new Unknown()
                : new Measured(
                        Decimals.ratio(number(of), divisor, times),
                        isProvisional ? ValueStatus.VOORLOPIG : ValueStatus.DEFINITIEF);
    }

    private static PointMarks marks(PointMarks of, PointMarks to) {
        return PointMarks.of(
                of.approximate() || to.approximate(), of.provenance().weakest(to.provenance()), Optional.empty());
    }

    private static BigDecimal number(IndicatorValue value) {
        if (value instanceof Counted counted) {
            return BigDecimal.valueOf(counted.count());
        }
        return value instanceof Measured measured ? measured.value() : BigDecimal.ZERO;
    }

    private static ValueStatus status(IndicatorValue value) {
        if (value instanceof Counted counted) {
            return counted.status();
        }
        return value instanceof Measured measured ? measured.status() : ValueStatus.DEFINITIEF;
    }
}
