package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * Change in whole percents as the published tables print it: (value - base) / base, half rounded away from zero.
 *
 * <p>On a base below 10 such a percentage says little; who shows it decides.
 */
public final class PercentageChange {

    private PercentageChange() {}

    /** Empty when the base is 0: no percentage exists. */
    public static OptionalInt between(long base, long value) {
        return between(BigDecimal.valueOf(base), BigDecimal.valueOf(value));
    }

    /** Empty when the base is 0: no percentage exists. */
    public static OptionalInt between(BigDecimal base, BigDecimal value) {
        if (base.signum() == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.subtract(base)
                .scaleByPowerOfTen(2)
                .divide(base, 0, RoundingMode.HALF_UP)
                .intValueExact());
    }

    /** Empty when either side was not counted or the base is 0. */
    public static OptionalInt between(IndicatorValue base, IndicatorValue value) {
        if (base instanceof IndicatorValue.Counted from && value instanceof IndicatorValue.Counted to) {
            return between(from.count(), to.count());
        }
        return OptionalInt.empty();
    }
}
