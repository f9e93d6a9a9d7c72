package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** A part of a total. */
public final class Share {

    private Share() {}

    /** The part in percents of the total, with one decimal. Both are of the same period. */
    public static Outcome of(IndicatorPoint part, IndicatorPoint total) {
        return Sides.obstacle(part, total).<Outcome>map(Outcome.None::new).orElseGet(() -> known(part, total));
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
