package nl.mjpmonitor.ingest.pseudonym;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * One spelling for an identifier, whatever type the source column has: 42 as a number and "42" as text are the same
 * identifier and must get the same pseudonym.
 */
final class CanonicalIdentifier {
    private CanonicalIdentifier() {}

    /**
     * Text in Unicode form C, whole numbers in decimal, decimals without trailing zeros or exponent, moments in ISO-8601,
     * bytes in lower-case hexadecimal. Empty for types that cannot identify anything (floating point, nested values).
     */
    static Optional<String> of(Object value) {
        if (value instanceof String text) {
            return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof Boolean
                || value instanceof UUID) {
            return Optional.of(value.toString());
        }
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal.stripTrailingZeros().toPlainString());
        }
        if (value instanceof Date moment) {
            return Optional.of(moment.toInstant().toString());
        }
        if (value instanceof byte[] bytes) {
            return Optional.of(HexFormat.of().formatHex(bytes));
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return Optional.of(HexFormat.of().formatHex(bytes));
        }
        return Optional.empty();
    }
}
