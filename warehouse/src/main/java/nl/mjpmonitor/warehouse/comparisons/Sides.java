package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;

/** What the sides of a comparison allow. */
final class Sides {

    private Sides() {}

    /** Why figures cannot be used, the weightiest reason first; empty when all are there. */
    static Optional<Reason> obstacle(IndicatorPoint... points) {
        if (any(IndicatorValue.NotApplicable.class, points)) {
            return Optional.of(Reason.NOT_APPLICABLE);
        }
        if (any(IndicatorValue.Suppressed.class, points)) {
            return Optional.of(Reason.SUPPRESSED);
        }
        return any(IndicatorValue.Unknown.class, points) ? Optional.of(Reason.UNKNOWN) : Optional.empty();
    }

    /**
     * The figure of a point without obstacle.
     *
     * @throws IllegalArgumentException when there is none
     */
    static BigDecimal figure(IndicatorPoint point) {
        if (point.value() instanceof IndicatorValue.Counted counted) {
            return BigDecimal.valueOf(counted.count());
        }
        if (point.value() instanceof IndicatorValue.Measured measured) {
            return measured.value();
        }
        throw new IllegalArgumentException("There is no figure of " + point.period());
    }

    static boolean areCounts(IndicatorPoint... points) {
        return Arrays.stream(points).allMatch(point -> point.value() instanceof IndicatorValue.Counted);
    }

    /**
     * The count of a point that is one.
     *
     * @throws IllegalArgumentException when it is not
     */
    static long count(IndicatorPoint point) {
        if (point.value() instanceof IndicatorValue.Counted counted) {
            return counted.count();
        }
        throw new IllegalArgumentException("There is no count of " + point.period());
    }

    private static boolean any(Class<? extends IndicatorValue> kind, IndicatorPoint... points) {
        return Arrays.stream(points).anyMatch(point -> kind.isInstance(point.value()));
    }
}
