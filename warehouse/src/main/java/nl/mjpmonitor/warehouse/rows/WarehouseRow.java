package nl.mjpmonitor.warehouse.rows;

/**
 * One row of a table that the stream fills.
 *
 * <p>Every implementation is a record of strings, numbers, maps of strings and moments in epoch milliseconds (UTC), so that Flink
 * serialises it without Kryo.
 */
public sealed interface WarehouseRow
        permits ChangeEventRow,
                MonthlyCountRow,
                RejectedEventRow,
                FreshnessRow,
                HotspotLifeRow,
                CaseStepStateRow,
                SignalRow,
                TableNoticeRow {

    /** The table this row belongs to. */
    WarehouseTable table();
}
