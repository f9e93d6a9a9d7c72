package nl.mjpmonitor.dashboard.exports;

import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * A series as it was answered to a reader who may see it.
 *
 * @param points in the order of time; periods for which the indicator is not defined are left out
 * @param peildatum what was known at this moment
 */
public record SeriesFigures(
        Indicator indicator, Area area, PeriodGrain grain, List<IndicatorPoint> points, Instant peildatum) {

    public SeriesFigures {
        points = points.stream()
                .filter(point -> !(point.value() instanceof IndicatorValue.NotApplicable))
                .toList();
    }
}
