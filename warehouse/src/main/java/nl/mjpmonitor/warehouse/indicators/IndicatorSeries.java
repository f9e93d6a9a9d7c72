package nl.mjpmonitor.warehouse.indicators;

import java.util.List;

/**
 * Answer to one request.
 *
 * @param request what was asked
 * @param points one a period of the request, in order
 */
public record IndicatorSeries(SeriesRequest request, List<IndicatorPoint> points) {

    public IndicatorSeries {
        points = List.copyOf(points);
    }
}
