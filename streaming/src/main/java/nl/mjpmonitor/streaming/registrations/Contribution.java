package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;

/**
 * By how much one change of one row changes a cell.
 *
 * @param cell the cell
 * @param countChange added to the count; negative when the row no longer counts here
 * @param unknownChange added to the number of rows whose count is unknown
 * @param knownAt moment the warehouse took the change in
 * @param isSnapshot whether the change was read by a snapshot: it became known now, but not because anything happened now
 */
public record Contribution(Cell cell, long countChange, long unknownChange, Instant knownAt, boolean isSnapshot) {

    /** A change that was captured as it happened. */
    public Contribution(Cell cell, long countChange, long unknownChange, Instant knownAt) {
        this(cell, countChange, unknownChange, knownAt, false);
    }

    /** The cell in one string, to partition by. */
    public String cellKey() {
        return cell.measure() + ' ' + cell.areaCode() + ' ' + cell.monthEpochDay();
    }
}
