package nl.mjpmonitor.dashboard.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Maandbeeld as it was established. It never changes.
 *
 * @param heading who, when and which
 * @param content {@link FrozenReview} as JSON
 */
record Snapshot(SnapshotHeading heading, String content) {

    /** Whether the content is what was established. */
    boolean isIntact() {
        return heading.hash().equals(hashOf(content));
    }

    static String hashOf(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
