package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;

/**
 * A range of keys of one table, at one comparison of source and warehouse.
 *
 * @param sourceSystem the system
 * @param sourceTable the table, without schema
 * @param subject {@link #ROWS} or {@link #COUNTS}
 * @param checkedAt moment of the snapshot of the source
 * @param position log position of the source that the warehouse had passed
 * @param keyFrom first key of the range; empty is the beginning
 * @param keyTo first key after the range; empty is the end
 * @param sourceCount rows in the source
 * @param warehouseCount rows in the warehouse
 * @param sourceChecksum sum of the hashes of the rows in the source, unsigned
 * @param warehouseChecksum sum of the hashes of the rows in the warehouse, unsigned
 * @param rejectedCount rows that differ because a change of them was rejected
 * @param driftedCount rows that differ and should not
 * @param state what that makes of the range
 * @param detail keys that differ, the first of them
 */
public record ReconciledRange(
        String sourceSystem,
        String sourceTable,
        String subject,
        Instant checkedAt,
        long position,
        String keyFrom,
        String keyTo,
        long sourceCount,
        long warehouseCount,
        long sourceChecksum,
        long warehouseChecksum,
        long rejectedCount,
        long driftedCount,
        ReconciliationState state,
        String detail) {

    /** The rows of the table were compared. */
    public static final String ROWS = "rows";

    /** The monthly counts that are made of the table were compared. */
    public static final String COUNTS = "counts";
}
