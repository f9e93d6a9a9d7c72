package nl.mjpmonitor.warehouse.revisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Measured;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * A figure that changed between two reference dates. Both values are those that anyone may see: what is withheld at one of
 * them stays withheld, and so does the difference.
 *
 * @param indicator the indicator
 * @param area the area
 * @param then the figure at the earlier reference date
 * @param now the figure of the same period at the later one
 * @param knownAt moment from which the warehouse gave the present value, to the minute; empty when no change in a source
 *     explains it
 */
public record Revision(
        IndicatorId indicator, AreaCode area, IndicatorPoint then, IndicatorPoint now, Optional<Instant> knownAt) {

    /**
     * The figures that differ between two answers about one indicator in one area, in the order of the periods that both have. When
     * they became known is not found out.
     *
     * @param then the answer at the earlier reference date
     * @param now the answer at the later one
     * @throws IllegalArgumentException when the answers are about different figures
     */
    public static List<Revision> between(IndicatorSeries then, IndicatorSeries now) {
        IndicatorId indicator = then.request().indicator();
        AreaCode area = then.request().area();
        if (!indicator.equals(now.request().indicator())
                || !area.equals(now.request().area())) {
            throw new IllegalArgumentException(
                    "A revision is about one figure, not " + then.request() + " and " + now.request());
        }
        Map<Period, IndicatorPoint> earlier =
                then.points().stream().collect(Collectors.toMap(IndicatorPoint::period, Function.identity()));
        return now.points().stream()
                .filter(point -> earlier.containsKey(point.period()))
                .map(point -> new Revision(
                        indicator, area, Objects.requireNonNull(earlier.get(point.period())), point, Optional.empty()))
                .filter(revision ->
                        !isSame(revision.then().value(), revision.now().value()))
                .toList();
    }

    public Period period() {
        return then.period();
    }

    public RevisionKind kind() {
        if (then.value() instanceof IndicatorValue.Unknown) {
            return RevisionKind.ADDED;
        }
        return now.value() instanceof IndicatorValue.Unknown ? RevisionKind.WITHDRAWN : RevisionKind.RESTATED;
    }

    /** The later value minus the earlier one; empty unless both are there to be seen. */
    public Optional<BigDecimal> difference() {
        return number(now.value()).flatMap(after -> number(then.value()).map(before -> after.subtract(before)));
    }

    Revision knownAt(Instant moment) {
        return new Revision(indicator, area, then, now, Optional.of(moment));
    }

    /** Whether two values say the same; a figure that is no longer provisional was not revised. */
    static boolean isSame(IndicatorValue one, IndicatorValue other) {
        Optional<BigDecimal> first = number(one);
        Optional<BigDecimal> second = number(other);
        if (first.isPresent() && second.isPresent()) {
            return first.get().compareTo(second.get()) == 0;
        }
        return one.equals(other);
    }

    private static Optional<BigDecimal> number(IndicatorValue value) {
        if (value instanceof Counted counted) {
            return Optional.of(BigDecimal.valueOf(counted.count()));
        }
        return value instanceof Measured measured ? Optional.of(measured.value()) : Optional.empty();
    }
}
