package nl.mjpmonitor.dashboard.themes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.Period;

/** The answered figures of a page, found by what they are about. */
final class Figures {

    private record Place(IndicatorId indicator, AreaCode area, Period period) {}

    private final Map<Place, IndicatorPoint> points = new HashMap<>();

    Figures(List<IndicatorSeries> series) {
        series.forEach(one -> one.points()
                .forEach(point -> points.put(
                        new Place(one.request().indicator(), one.request().area(), point.period()), point)));
    }

    /** The figure; not applicable when it was not asked, because it is not defined for the area. */
    IndicatorPoint point(Indicator indicator, Area area, Period period) {
        return points.getOrDefault(
                new Place(indicator.id(), area.code(), period),
                IndicatorPoint.of(period, new IndicatorValue.NotApplicable()));
    }

    List<IndicatorPoint> points(Indicator indicator, Area area, List<Period> periods) {
        return periods.stream().map(period -> point(indicator, area, period)).toList();
    }
}
