package nl.mjpmonitor.ops.launcher;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Ranges of the keys of a table, in the order of their bytes as ClickHouse compares texts, and the hash by which rows in them are added
 * up on both sides.
 */
final class KeyRanges {

    /** Number of rows and sum of their hashes, modulo 2^64. */
    record Sum(long count, long checksum) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(long hash) {
            return new Sum(count + 1, checksum + hash);
        }
    }

    private final List<String> boundaries;
    private final byte[][] encoded;

    /** @param boundaries first keys of all ranges but the first, in order */
    KeyRanges(List<String> boundaries) {
        this.boundaries = List.copyOf(boundaries);
        this.encoded = boundaries.stream()
                .map(boundary -> boundary.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    int size() {
        return boundaries.size() + 1;
    }

    /** A sum for each range, of nothing yet. */
    Sum[] emptySums() {
        Sum[] sums = new Sum[size()];
        Arrays.fill(sums, Sum.NONE);
        return sums;
    }

    List<String> boundaries() {
        return boundaries;
    }

    /** The range that a key lies in: the number of boundaries that are not after it. */
    int of(String key) {
        int found = Arrays.binarySearch(encoded, key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** First key of a range; empty of the first. */
    String from(int range) {
        return range == 0 ? "" : boundaries.get(range - 1);
    }

    /** First key after a range; empty of the last. */
    String to(int range) {
        return range == boundaries.size() ? "" : boundaries.get(range);
    }

    /** First eight bytes of the MD5 of key and row, little endian; told apart by chance only once in 2^64. */
    static long hash(String key, String row) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest((key + "\n" + row).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
