package nl.mjpmonitor.streaming.detection;

import java.time.Instant;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;

/**
 * How what was detected enters the change log, as rows of a source system of its own, so that the catalogue counts it as any other fact
 * and a rebuild finds it again.
 *
 * <p>The version orders stands by the moment from which they were known, and stands of one moment by how many changes they know of.
 */
public final class DetectedRow {

    /** The system under which detections stand in the change log. */
    public static final String SYSTEM = "detectie";

    private static final long EPOCH = 1;

    private DetectedRow() {}

    /**
     * One stand of a detected row.
     *
     * @param key primary key as JSON
     * @param row the row as JSON
     * @param knownAt moment from which this was known
     * @param changeCount number of changes it follows from
     */
    public static ChangeEventRow of(String table, String key, String row, Instant knownAt, long changeCount) {
        return new ChangeEventRow(
                SYSTEM,
                table,
                key,
                EPOCH,
                knownAt.toEpochMilli(),
                changeCount,
                "u",
                false,
                row,
                knownAt.toEpochMilli(),
                knownAt.toEpochMilli(),
                "",
                0,
                0);
    }
}
