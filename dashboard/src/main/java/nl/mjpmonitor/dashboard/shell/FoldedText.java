package nl.mjpmonitor.dashboard.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Makes long JSON texts small in the form of another text, and back. */
final class FoldedText {

    /** A shorter one is not worth it. */
    static final int SHORTEST = 4_096;

    /** No JSON begins so. */
    private static final char SIGN = '\u0001';

    private static final int PIECE = 8_192;

    private FoldedText() {}

    /** The text made small; empty when it is so already, or not worth it. */
    static Optional<String> fold(@Nullable String text) {
        if (text == null || text.length() < SHORTEST || text.charAt(0) == SIGN) {
            return Optional.empty();
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream small = new ByteArrayOutputStream(PIECE);
            byte[] piece = new byte[PIECE];
            while (!deflater.finished()) {
                small.write(piece, 0, deflater.deflate(piece));
            }
            return Optional.of(SIGN + small.toString(StandardCharsets.ISO_8859_1));
        }
    }

    /** What was made small, as it was; empty for what was not. */
    static Optional<String> unfold(@Nullable String text) {
        if (text == null || text.isEmpty() || text.charAt(0) != SIGN) {
            return Optional.empty();
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(text.substring(1).getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream whole = new ByteArrayOutputStream(PIECE);
            byte[] piece = new byte[PIECE];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("The text was cut off");
                }
                whole.write(piece, 0, length);
            }
            return Optional.of(whole.toString(StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("The text was not folded here", e);
        }
    }
}
