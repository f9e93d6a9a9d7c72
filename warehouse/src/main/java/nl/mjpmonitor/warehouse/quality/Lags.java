package nl.mjpmonitor.warehouse.quality;

import java.util.List;

/**
 * How much waits at each stage between the sources and the warehouse.
 *
 * <p>Every method throws {@link nl.mjpmonitor.warehouse.WarehouseException} when ClickHouse cannot be asked.
 */
public interface Lags {

    /** What was measured last, by system, table and stage. */
    List<Lag> newest();

    void record(List<Lag> lags);
}
