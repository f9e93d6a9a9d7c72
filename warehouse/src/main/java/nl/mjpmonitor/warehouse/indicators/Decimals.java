package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal numbers in one form, so that equal ones are equal. */
final class Decimals {

    /** How many a value has at most. */
    static final int DECIMALS = 4;

    private Decimals() {}

    /** At most four decimals, half rounded away from zero, without zeros at the end. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** Whether it is a whole number. */
    static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** One divided by another, in the form of {@link #plain}. */
    static BigDecimal ratio(BigDecimal of, BigDecimal to, int times) {
        return plain(of.multiply(BigDecimal.valueOf(times)).divide(to, DECIMALS, RoundingMode.HALF_UP));
    }
}
