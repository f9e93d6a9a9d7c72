package nl.mjpmonitor.warehouse.indicators;

import java.util.List;

/** The one way to ask for figures. */
public interface IndicatorQuery {

    /** The most requests that one statement answers. */
    int MAXIMUM = 1_000;

    /**
     * Answers all requests with one statement, in the order asked; ask everything a page needs at once.
     *
     * @throws IllegalArgumentException when an indicator or area does not exist, or for more requests than {@link #MAXIMUM}
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<IndicatorSeries> series(List<SeriesRequest> requests);
}
