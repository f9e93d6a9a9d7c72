package nl.mjpmonitor.streaming.change;

/**
 * Orders the changes of one key; changes of different keys cannot be compared by it.
 *
 * <p>Its position is that of the stream, not that of the change in the log: transactions overlap, so a change that a snapshot did
 * not see may stand in the log before the position at which the snapshot was taken. In the stream whole transactions follow one
 * another in the order in which they were committed, and each knows where the one before it was committed.
 *
 * @param epoch counts the breaks in a source's history; unsigned 32 bits
 * @param lsn position in the stream, as {@link #streamed} and {@link #readBySnapshot} make it; unsigned 64 bits
 * @param order 0 for a row read by a snapshot, from 1 for a streamed change (its place in the transaction), so that a
 *     snapshot read never beats a change made at the same position; unsigned 32 bits
 */
public record ChangeVersion(long epoch, long lsn, long order) implements Comparable<ChangeVersion> {

    private static final long UNSIGNED_INT_MAX = 0xFFFF_FFFFL;

    /** What is streamed comes after the snapshot that its epoch began with, wherever in the log it stands. */
    private static final long STREAMED = 1L << 62;

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

    /**
     * The version of a row that the snapshot at the beginning of an epoch read. Every streamed change of the epoch is newer; of two
     * attempts at the snapshot the later one is.
     *
     * @param lsn log position at which the snapshot was taken, below 2^62
     */
    public static ChangeVersion readBySnapshot(long epoch, long lsn, long order) {
        return new ChangeVersion(epoch, lsn, order);
    }

    /**
     * The version of a change in the stream, and of a row that an incremental snapshot read between such changes.
     *
     * @param committedBefore log position at which the transaction before it was committed, below 2^62
     * @param order place in its transaction, from 1; 0 for a row that was read
     */
    public static ChangeVersion streamed(long epoch, long committedBefore, long order) {
        return new ChangeVersion(epoch, STREAMED | committedBefore, order);
    }

    static boolean isPosition(long value) {
        return value >= 0 && value < STREAMED;
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
