package nl.mjpmonitor.warehouse.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link RejectedEvents} out of {@code control.rejected_event}. */
public final class ClickHouseRejectedEvents implements RejectedEvents {

    private final WarehouseConnection connection;

    public ClickHouseRejectedEvents(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<RejectedEvent> newest(RejectedEventState state, int limit) {
        if (connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }

    @Override
    public Optional<RejectedEvent> find(EventPosition position) {
        if (connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }

    @Override
    public Map<String, Long> countByReason(RejectedEventState state) {
        if (connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }

    @Override
    public boolean mark(EventPosition position, RejectedEventState state, String note) {
        if (connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }
}
