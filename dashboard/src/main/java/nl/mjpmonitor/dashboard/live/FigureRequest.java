package nl.mjpmonitor.dashboard.live;

import java.util.List;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;

/**
 * Everything one page shows, asked at once. Pages that ask the same share one query and one answer.
 *
 * @param series the series of the page, in the order in which it wants them back
 */
public record FigureRequest(List<SeriesRequest> series) {

    public FigureRequest {
        series = List.copyOf(series);
    }
}
