package nl.mjpmonitor.dashboard.areas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.Period;

/** The figures of the page by indicator, area and year. What was not asked, because the reader may not see it, is not there. */
final class AreaFigures {

    private record Place(IndicatorId indicator, AreaCode area) {}

    private final Map<Place, List<IndicatorPoint>> points = new HashMap<>();

    AreaFigures(List<IndicatorSeries> series) {
        series.forEach(one ->
                points.put(new Place(one.request().indicator(), one.request().area()), one.points()));
    }

    Optional<IndicatorPoint> of(Indicator indicator, Area area, int year) {
        return all(indicator, area).stream()
                .filter(point -> point.period().equals(Period.year(year)))
                .findFirst();
    }

    /** The newest year of which an indicator has a figure in an area. */
    Optional<Integer> newestYear(Indicator indicator, Area area) {
        return all(indicator, area).reversed().stream()
                .filter(point -> point.value() instanceof IndicatorValue.Counted)
                .map(point -> point.period().year())
                .findFirst();
    }

    /** All years of an indicator in an area that were asked, the first one first. */
    List<IndicatorPoint> all(Indicator indicator, Area area) {
        return points.getOrDefault(new Place(indicator.id(), area.code()), List.of());
    }
}
