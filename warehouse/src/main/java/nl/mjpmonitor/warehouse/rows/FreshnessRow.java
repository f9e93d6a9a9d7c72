package nl.mjpmonitor.warehouse.rows;

/**
 * How far the stream has come with one source system, for {@code control.freshness}.
 *
 * @param sourceSystem the system
 * @param sourceAtMillis newest moment by the source's clock that was processed, epoch milliseconds
 * @param knownAtMillis moment the warehouse took that in, epoch milliseconds
 */
public record FreshnessRow(String sourceSystem, long sourceAtMillis, long knownAtMillis) implements WarehouseRow {

    @Override
    public WarehouseTable table() {
        return WarehouseTable.FRESHNESS;
    }
}
