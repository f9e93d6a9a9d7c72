package nl.mjpmonitor.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a token. Tokens are long and random, so that a fast hash without salt is enough. */
final class TokenHash {

    private static final int BYTES = 32;

    private final byte[] digest;

    private TokenHash(byte[] digest) {
        this.digest = digest;
    }

    static TokenHash of(String token) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException when the text is not 64 hexadecimal digits */
    static TokenHash ofHex(String hex) {
        byte[] digest = HexFormat.of().parseHex(hex);
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 hash has 64 hexadecimal digits");
        }
        return new TokenHash(digest);
    }

    /** Compares in a time that does not depend on where the two differ. */
    boolean matches(TokenHash other) {
        return MessageDigest.isEqual(digest, other.digest);
    }
}
