package nl.mjpmonitor.warehouse.indicators;

import java.time.Clock;
import java.util.List;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;

/** {@link IndicatorQuery} out of {@code mart.monthly_count}. Safe for use by many threads. */
public final class ClickHouseIndicatorQuery implements IndicatorQuery {

    private final WarehouseConnection connection;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final Clock clock;

    public ClickHouseIndicatorQuery(
            WarehouseConnection connection, IndicatorCatalogue catalogue, Areas areas, Clock clock) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public List<IndicatorSeries> series(List<SeriesRequest> requests) {
        if (clock == null || catalogue == null || areas == null || connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }
}
