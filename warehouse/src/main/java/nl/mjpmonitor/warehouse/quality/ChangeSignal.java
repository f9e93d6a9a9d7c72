package nl.mjpmonitor.warehouse.quality;

/** Tells cheaply whether any figure may have changed, for readers that poll. */
public interface ChangeSignal {

    /**
     * A token that differs from an earlier one when any figure changed in between. It may also differ when none did.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    String current();
}
