package nl.mjpmonitor.warehouse.hotspots;

import java.util.List;

/** Tells which potential hotspots there are. It tells of all areas: who reads must be allowed to. */
public interface Hotspots {

    /**
     * All that are remembered: the open ones first, then those that cool, then the closed ones; of each the newest first.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<Hotspot> all();
}
