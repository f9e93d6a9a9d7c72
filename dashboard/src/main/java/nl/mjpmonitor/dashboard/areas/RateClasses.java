package nl.mjpmonitor.dashboard.areas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Five classes of rates around the rate of the whole municipality: less than half of it, less than three quarters, about the same, more
 * than a quarter above it, and more than double. Their bounds are rounded, and are made from the mean of all years, so that they are
 * the same whatever year is shown.
 *
 * @param bounds the four bounds between the classes, rising; a rate on a bound is in the higher class
 */
record RateClasses(List<BigDecimal> bounds) {

    static final int COUNT = 5;

    private static final List<Double> SHARES = List.of(0.5, 0.75, 1.25, 2.0);
    private static final int DIGITS = 2;

    RateClasses {
        bounds = List.copyOf(bounds);
    }

    /** The classes around a rate; empty when it is 0, or so low that rounded bounds would fall together. */
    static Optional<RateClasses> around(double commonRate) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (double share : SHARES) {
            BigDecimal bound = rounded(commonRate * share);
            if (bound.signum() <= 0 || (!bounds.isEmpty() && bound.compareTo(bounds.getLast()) <= 0)) {
                return Optional.empty();
            }
            bounds.add(bound);
        }
        return Optional.of(new RateClasses(bounds));
    }

    /** Two digits, and never more than one decimal: so the figures on the screen are written. */
    private static BigDecimal rounded(double rate) {
        BigDecimal digits = BigDecimal.valueOf(rate).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        return digits.scale() > 1 ? digits.setScale(1, RoundingMode.HALF_UP) : digits;
    }

    /** Number of the class, 1 for the lowest to {@value #COUNT}. */
    int of(BigDecimal rate) {
        return 1
                + (int) bounds.stream()
                        .filter(bound -> rate.compareTo(bound) >= 0)
                        .count();
    }

    /** Lower bound of a class; empty for the lowest. */
    Optional<BigDecimal> from(int number) {
        return number == 1 ? Optional.empty() : Optional.of(bounds.get(number - 2));
    }

    /** Bound below which a class lies; empty for the highest. */
    Optional<BigDecimal> below(int number) {
        return number == COUNT ? Optional.empty() : Optional.of(bounds.get(number - 1));
    }
}
