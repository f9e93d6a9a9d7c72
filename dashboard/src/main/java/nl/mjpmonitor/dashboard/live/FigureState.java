package nl.mjpmonitor.dashboard.live;

import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;

/** What is known about the figures of one page at this moment. */
public sealed interface FigureState {

    /** Asked, not answered yet. */
    record Loading() implements FigureState {}

    /**
     * The newest figures of the warehouse.
     *
     * @param series the answer, in the order of the request
     * @param readAt moment of reading
     */
    record Current(List<IndicatorSeries> series, Instant readAt) implements FigureState {}

    /**
     * The last figures that could be read; the warehouse does not answer now.
     *
     * @param series the answer, in the order of the request
     * @param confirmedAt last moment at which they were known to be the newest
     */
    record Stale(List<IndicatorSeries> series, Instant confirmedAt) implements FigureState {}

    /** There are no figures to show, because the warehouse does not answer. */
    record Failed() implements FigureState {}
}
