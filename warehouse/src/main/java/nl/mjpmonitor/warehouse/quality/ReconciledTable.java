package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;

/**
 * What the newest comparison of a table with its source showed.
 *
 * @param sourceSystem the system
 * @param sourceTable the table, without schema
 * @param subject {@link ReconciledRange#ROWS} or {@link ReconciledRange#COUNTS}
 * @param checkedAt moment of the snapshot of the source
 * @param sourceCount rows, or cells, in the source
 * @param warehouseCount rows, or cells, in the warehouse
 * @param rangeCount number of ranges of keys that were compared
 * @param rejectedCount rows that differ because a change of them was rejected
 * @param driftedCount rows that differed and should not have
 * @param state the worst of its ranges
 */
public record ReconciledTable(
        String sourceSystem,
        String sourceTable,
        String subject,
        Instant checkedAt,
        long sourceCount,
        long warehouseCount,
        long rangeCount,
        long rejectedCount,
        long driftedCount,
        ReconciliationState state) {}
