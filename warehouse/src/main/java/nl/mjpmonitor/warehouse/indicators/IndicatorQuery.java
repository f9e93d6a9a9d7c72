package nl.mjpmonitor.warehouse.indicators;

import java.util.List;

/** The one way to ask for figures. */
public interface IndicatorQuery {

    /**
     * Answers all requests with one statement, in the order asked; ask everything a page needs at once.
     *
     * @throws IllegalArgumentException when an indicator or area does not exist
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<IndicatorSeries> series(List<SeriesRequest> requests);
}
