package nl.mjpmonitor.dashboard.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file that everybody may have, as it is and packed.
 *
 * @param hash SHA-256 of the bytes, hexadecimal: equal bytes and no others have it
 */
@SuppressWarnings("ArrayRecordComponent") // written to answers, compared by its hash
record OpenFile(String mediaType, byte[] bytes, byte[] packed, String hash) {

    static OpenFile of(String mediaType, byte[] bytes) {
        return new OpenFile(mediaType, bytes, pack(bytes), hash(bytes));
    }

    /** Strong: another one for the packed bytes, because those are other bytes. */
    String tag(boolean isPacked) {
        return isPacked ? "\"" + hash + "-gzip\"" : "\"" + hash + "\"";
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
