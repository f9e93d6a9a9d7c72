package nl.mjpmonitor.streaming.registrations;

/**
 * What is read of a cell for every contribution, however long its timeline is.
 *
 * @param newest its newest entry
 * @param size number of entries held
 * @param trimmed whether older entries were dropped
 */
public record CellHead(CellEntry newest, int size, boolean trimmed) {

    static final CellHead EMPTY = new CellHead(CellEntry.NOTHING, 0, false);
}
