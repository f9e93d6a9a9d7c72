package nl.mjpmonitor.dashboard.publications;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a published edition.
 *
 * @param name its name
 * @param mediaType its media type
 * @param size number of bytes
 * @param sha256 hash of the bytes at publication, in hexadecimal
 */
public record EditionFile(String name, String mediaType, long size, String sha256) {

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
