package nl.mjpmonitor.warehouse.quality;

import java.util.List;

/** The ways in which captured tables depart from their contracts. */
public interface TableNotices {

    /**
     * Those that hold now, paused tables first, then by system, table and column.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<TableNotice> open();
}
