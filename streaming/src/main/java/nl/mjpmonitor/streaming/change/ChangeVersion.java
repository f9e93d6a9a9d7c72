package nl.mjpmonitor.streaming.change;

/**
 * Orders the changes of one key; changes of different keys cannot be compared by it.
 *
 * @param epoch counts the breaks in a source's history; unsigned 32 bits
 * @param lsn log sequence number of the change; unsigned 64 bits
 * @param order 0 for a row read by a snapshot, from 1 for a streamed change (its place in the transaction), so that a
 *     snapshot read never beats a change made at the same position; unsigned 32 bits
 */
public record ChangeVersion(long epoch, long lsn, long order) implements Comparable<ChangeVersion> {

    private static final long UNSIGNED_INT_MAX = 0xFFFF_FFFFL;

    /** Newer than every change: the place of an event whose version cannot be read. */
    public static final ChangeVersion NEWEST = new ChangeVersion(UNSIGNED_INT_MAX, -1L, UNSIGNED_INT_MAX);

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when epoch or order does not fit 32 unsigned bits
     */
    public ChangeVersion {
        if (!isUnsignedInt(epoch) || !isUnsignedInt(order)) {
            throw new IllegalArgumentException("epoch and order are unsigned 32-bit numbers");
        }
    }

    static boolean isUnsignedInt(long value) {
        return value >= 0 && value <= UNSIGNED_INT_MAX;
    }

    /** Whether this change came after the other one of the same key. */
    public boolean isNewerThan(ChangeVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(ChangeVersion other) {
        int byEpoch = Long.compare(epoch, other.epoch);
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byPosition = Long.compareUnsigned(lsn, other.lsn);
        return byPosition != 0 ? byPosition : Long.compare(order, other.order);
    }
}
