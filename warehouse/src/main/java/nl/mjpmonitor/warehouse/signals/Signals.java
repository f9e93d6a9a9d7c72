package nl.mjpmonitor.warehouse.signals;

import java.util.List;
import java.util.Optional;

/** The signals of the warehouse. It knows nothing of who may see them. */
public interface Signals {

    /** The most signals in one answer. */
    int MOST = 1_000;

    /**
     * All that are open, and of the others those that were newest, at most {@link #MOST}; those known last first.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<Signal> newest();

    /**
     * One signal; empty when there is none.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    Optional<Signal> find(SignalId id);
}
