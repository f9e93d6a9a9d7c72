package nl.mjpmonitor.warehouse.quality;

import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link Freshness} out of {@code control.freshness_current}. */
public final class ClickHouseFreshness implements Freshness {

    private final WarehouseConnection connection;

    public ClickHouseFreshness(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<SourceFreshness> perSystem() {
        return connection.query(
                "Query of the freshness",
                "SELECT source_system, source_at, known_at FROM control.freshness_current ORDER BY source_system",
                Map.of(),
                row -> new SourceFreshness(
                        row.getString("source_system"), row.getInstant("source_at"), row.getInstant("known_at")));
    }
}
