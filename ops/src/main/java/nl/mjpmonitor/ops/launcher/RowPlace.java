package nl.mjpmonitor.ops.launcher;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.ops.launcher.TableTopics.Place;
import tools.jackson.databind.JsonNode;

/**
 * Where a change of a row stands in the history of its source; orders the changes of one key as the stream does.
 *
 * @param epoch epoch of the source
 * @param isStreamed whether it came with the stream, and not by the snapshot that the epoch began with
 * @param position log position
 * @param order place in its transaction; 0 of a row that was read
 */
record RowPlace(long epoch, boolean isStreamed, long position, long order) implements Comparable<RowPlace> {

    private static final Comparator<RowPlace> ORDER = Comparator.comparingLong(RowPlace::epoch)
            .thenComparing(RowPlace::isStreamed)
            .thenComparingLong(RowPlace::position)
            .thenComparingLong(RowPlace::order);
    private static final Pattern SEQUENCE = Pattern.compile("\\[\"(\\d{1,18})\",.*\\]");
    private static final long STREAMED = 1L << 62;
    private static final int EPOCH_SHIFT = 96;
    private static final int POSITION_SHIFT = 32;
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

    /** The place in a version of the warehouse. */
    static RowPlace ofVersion(BigInteger version) {
        long position = version.shiftRight(POSITION_SHIFT).longValue();
        return new RowPlace(
                version.shiftRight(EPOCH_SHIFT).longValue(),
                (position & STREAMED) != 0,
                position & ~STREAMED,
                version.longValue() & UNSIGNED_INT);
    }

    /** The place of a change event. */
    static RowPlace ofEvent(long epoch, JsonNode envelope) {
        JsonNode source = envelope.path("source");
        String snapshot = source.path("snapshot").asString("");
        boolean isStreamed = snapshot.equals("false") || snapshot.equals("incremental");
        Matcher sequence = SEQUENCE.matcher(source.path("sequence").asString(""));
        long position = isStreamed && sequence.matches()
                ? Long.parseLong(sequence.group(1))
                : source.path("lsn").asLong(0);
        boolean isRead = envelope.path("op").asString("").equals("r");
        long order =
                isRead ? 0 : envelope.path("transaction").path("total_order").asLong(1);
        return new RowPlace(epoch, isStreamed, position, order);
    }

    /** The smallest place after this one: whatever happened to the row later still comes after it. */
    RowPlace next() {
        return new RowPlace(epoch, isStreamed, position, order + 1);
    }

    /** In the words of the connector. */
    Place place() {
        return new Place(epoch, position, isStreamed ? "false" : "true");
    }

    @Override
    public int compareTo(RowPlace other) {
        return ORDER.compare(this, other);
    }
}
