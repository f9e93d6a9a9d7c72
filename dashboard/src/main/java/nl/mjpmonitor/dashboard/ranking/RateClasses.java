package nl.mjpmonitor.dashboard.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;

/**
 * Five classes of rates around the rate of the whole municipality: less than half of it, less than three quarters, about the same, more
 * than a quarter above it, and more than double. Their bounds are rounded, and are made from the mean of all years, so that they are
 * the same whatever year is shown.
 *
 * @param bounds the four bounds between the classes, rising; a rate on a bound is in the higher class
 */
public record RateClasses(List<BigDecimal> bounds) {

    /** Number of classes. */
    public static final int COUNT = 5;

    private static final List<Double> SHARES = List.of(0.5, 0.75, 1.25, 2.0);
    private static final int DIGITS = 2;
    private static final double PER = 10_000;

    public RateClasses {
        bounds = List.copyOf(bounds);
    }

    /**
     * The classes around the rate of the whole municipality.
     *
     * @param municipality its years; what is not known and what is exceptional does not count
     * @param people its inhabitants
     * @return empty when a rate of the indicator means nothing, no year is known, or there are no classes around the rate
     */
    public static Optional<RateClasses> around(
            Indicator indicator, List<IndicatorPoint> municipality, Optional<Inhabitants> people) {
        OptionalDouble mean = municipality.stream()
                .filter(point ->
                        !indicator.exceptionalYears().contains(point.period().year()))
                .map(IndicatorPoint::value)
                .filter(IndicatorValue.Counted.class::isInstance)
                .map(IndicatorValue.Counted.class::cast)
                .mapToLong(IndicatorValue.Counted::count)
                .average();
        return indicator.perInhabitants() && mean.isPresent()
                ? people.flatMap(count -> around(PER * mean.getAsDouble() / count.count()))
                : Optional.empty();
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
    public int of(BigDecimal rate) {
        return 1
                + (int) bounds.stream()
                        .filter(bound -> rate.compareTo(bound) >= 0)
                        .count();
    }

    /** Lower bound of a class; empty for the lowest. */
    public Optional<BigDecimal> from(int number) {
        return number == 1 ? Optional.empty() : Optional.of(bounds.get(number - 2));
    }

    /** Bound below which a class lies; empty for the highest. */
    public Optional<BigDecimal> below(int number) {
        return number == COUNT ? Optional.empty() : Optional.of(bounds.get(number - 1));
    }
}
