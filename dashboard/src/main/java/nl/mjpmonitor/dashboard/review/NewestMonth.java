package nl.mjpmonitor.dashboard.review;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;

/** Finds the newest month that is complete. */
final class NewestMonth {

    private NewestMonth() {}

    /**
     * The newest month of which every series that is known at all is known; when there is no such month the newest one of which
     * anything is known. Empty when nothing is.
     */
    static Optional<YearMonth> of(List<IndicatorSeries> series) {
        List<Set<YearMonth>> known = series.stream()
                .map(NewestMonth::known)
                .filter(months -> !months.isEmpty())
                .toList();
        return known.stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(month -> known.stream().allMatch(months -> months.contains(month)))
                .max(Comparator.naturalOrder())
                .or(() -> known.stream().flatMap(Set::stream).max(Comparator.naturalOrder()));
    }

    private static Set<YearMonth> known(IndicatorSeries series) {
        return series.points().stream()
                .filter(point -> !(point.value() instanceof IndicatorValue.Unknown
                        || point.value() instanceof IndicatorValue.NotApplicable))
                .map(IndicatorPoint::period)
                .map(period -> period.firstMonth())
                .collect(Collectors.toSet());
    }
}
