package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** A part of a total. */
public final class Share {

    private Share() {}

    /** The part in percents of the total, with one decimal. Both are of the same period. */
    public static Outcome of(IndicatorPoint part, IndicatorPoint total) {
        return Sides.obstacle(part, total).<Outcome>map(Outcome.None::new).orElseGet(() -> known(part, total));
    }

    /**
     * What is left of a total when its parts are taken off, in the unit of the indicator. Published parts need not add up to the
     * total; what they lack is shown and never forced.
     */
    public static Outcome remainder(IndicatorPoint total, List<IndicatorPoint> parts) {
        IndicatorPoint[] sides = Stream.concat(Stream.of(total), parts.stream()).toArray(IndicatorPoint[]::new);
        if (parts.stream().anyMatch(part -> !part.period().equals(total.period()))) {
            return new Outcome.None(Reason.NOT_COMPARABLE);
        }
        return Sides.obstacle(sides)
                .<Outcome>map(Outcome.None::new)
                .orElseGet(() -> new Outcome.Amount(
                        parts.stream().map(Sides::figure).reduce(Sides.figure(total), BigDecimal::subtract)));
    }

    private static Outcome known(IndicatorPoint part, IndicatorPoint total) {
        BigDecimal some = Sides.figure(part);
        BigDecimal all = Sides.figure(total);
        if (!part.period().equals(total.period()) || some.compareTo(all) > 0) {
            return new Outcome.None(Reason.NOT_COMPARABLE);
        }
        return all.signum() == 0
                ? new Outcome.None(Reason.ZERO_TOTAL)
                : new Outcome.Amount(some.scaleByPowerOfTen(2).divide(all, 1, RoundingMode.HALF_UP));
    }
}
