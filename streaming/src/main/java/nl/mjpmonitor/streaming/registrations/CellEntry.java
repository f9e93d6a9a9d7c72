package nl.mjpmonitor.streaming.registrations;

/**
 * A cell as known from a moment on.
 *
 * @param knownAtMillis the moment, epoch milliseconds
 * @param count sum of the known contributions
 * @param unknownCount number of rows whose count is unknown
 * @param changeCount number of contributions up to this moment: of two entries for the same moment the one with the higher
 *     number knows more
 */
public record CellEntry(long knownAtMillis, long count, long unknownCount, long changeCount) {

    static final CellEntry NOTHING = new CellEntry(Long.MIN_VALUE, 0, 0, 0);

    CellEntry plus(Contribution contribution) {
        return new CellEntry(
                knownAtMillis,
                count + contribution.countChange(),
                unknownCount + contribution.unknownChange(),
                changeCount + 1);
    }

    CellEntry at(long momentMillis) {
        return new CellEntry(momentMillis, count, unknownCount, changeCount);
    }
}
