package nl.mjpmonitor.warehouse.quality;

import java.util.List;

/** Tells how far the warehouse has come with each source system. */
public interface Freshness {

    /**
     * One entry a system that has sent anything, ordered by system.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<SourceFreshness> perSystem();
}
