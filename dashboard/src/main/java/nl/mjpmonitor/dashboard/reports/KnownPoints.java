package nl.mjpmonitor.dashboard.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.periods.Period;

/** The answers of the warehouse, by what was asked. */
final class KnownPoints {

    private record Key(IndicatorId indicator, AreaCode area, Period period) {}

    private final Map<Key, IndicatorPoint> points = new HashMap<>();

    KnownPoints(List<IndicatorSeries> answers) {
        answers.forEach(series -> series.points()
                .forEach(point -> points.put(
                        new Key(series.request().indicator(), series.request().area(), point.period()), point)));
    }

    /** Empty when it was not asked, because the audience may not see it. */
    Optional<IndicatorPoint> find(IndicatorId indicator, AreaCode area, Period period) {
        return Optional.ofNullable(points.get(new Key(indicator, area, period)));
    }

    Stream<IndicatorPoint> all() {
        return points.values().stream();
    }

    /** Whether any of it was made for a demonstration. */
    boolean holdsDemonstration() {
        return all().map(point -> point.marks().provenance())
                .anyMatch(provenance ->
                        provenance == Provenance.DEMONSTRATION || provenance == Provenance.PUBLISHED_PERIOD);
    }
}
