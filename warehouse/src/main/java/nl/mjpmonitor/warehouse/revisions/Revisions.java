package nl.mjpmonitor.warehouse.revisions;

import java.util.List;

/** Tells what was revised. */
public interface Revisions {

    /**
     * The figures that differ between the two reference dates, the newest revision first; those of one moment by
     * indicator and period.
     *
     * @throws IllegalArgumentException when an indicator or area does not exist
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<Revision> list(RevisionRequest request);
}
