package nl.mjpmonitor.warehouse.quality;

import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link ChangeSignal} out of the tables that figures are made of. */
public final class ClickHouseChangeSignal implements ChangeSignal {

    private final WarehouseConnection connection;

    public ClickHouseChangeSignal(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public String current() {
        if (connection.isReachable()) {
            throw new UnsupportedOperationException("not built yet");
        }
        throw new IllegalStateException("not built yet");
    }
}
