package nl.mjpmonitor.ingest.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret key that turns identifiers into pseudonyms.
 *
 * <p>A pseudonym is {@code <version>.<22 characters>}: the version of the key, and the first 128 bits of HMAC-SHA-256 (RFC
 * 2104, truncated as in its section 5) in base64url without padding. The same identifier in the same domain under the same
 * key always gives the same pseudonym; nothing can be linked across domains or across keys, and once the key is destroyed
 * nobody can tell any more which identifier a pseudonym stood for. With 128 bits the chance that any two of a thousand
 * million identifiers share a pseudonym is below 2<sup>-68</sup>.
 *
 * <p>The authenticated message is {@code "mjp-pseudonym/1" 00 length(domain) domain identifier}, text in UTF-8 and the length
 * as four bytes, most significant first, so that no domain and identifier can be shifted into each other.
 *
 * <p>Safe for use by several threads.
 */
public final class PseudonymKey {
    /** Fewest bytes a key may have: the output of SHA-256, as RFC 2104 section 3 advises. */
    static final int MINIMUM_BYTES = 32;

    /** A random key of 32 bytes has fewer distinct ones with a chance below one in 10<sup>12</sup>; typed text often does. */
    static final int MINIMUM_DISTINCT_BYTES = 20;

    private static final int PSEUDONYM_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "mjp-pseudonym/1\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9]{1,8}");
    private static final String ADVICE =
            "Make one with 'openssl rand -base64 32', keep it outside the repository and let a config provider hand it over.";

    private final String version;
    private final SecretKeySpec secret;

    private PseudonymKey(String version, SecretKeySpec secret) {
        this.version = version;
        this.secret = secret;
    }

    /**
     * Reads a key.
     *
     * @param version name of this key, one to eight letters or digits; it shows in every pseudonym
     * @param base64 at least 32 random bytes in base64
     * @throws IllegalArgumentException if the version or the key is missing, malformed or weak; the message says what to
     *     change and never repeats the key
     */
    public static PseudonymKey of(String version, String base64) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "The version of the pseudonym key must be one to eight letters or digits.");
        }
        byte[] bytes = decode(base64.strip());
        try {
            refuseWeak(bytes);
            return new PseudonymKey(version, new SecretKeySpec(bytes, ALGORITHM));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] decode(String base64) {
        if (base64.isEmpty()) {
            throw new IllegalArgumentException("The pseudonym key is empty. " + ADVICE);
        }
        if (base64.startsWith("${")) {
            throw new IllegalArgumentException(
                    "The pseudonym key is still a reference: the Connect worker has no config "
                            + "provider of that name, or the provider has no such entry. Set 'config.providers' of the worker.");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            // not the cause: its message quotes characters of the key
            throw new IllegalArgumentException("The pseudonym key is not base64. " + ADVICE);
        }
    }

    private static void refuseWeak(byte[] bytes) {
        if (bytes.length < MINIMUM_BYTES) {
            throw new IllegalArgumentException("The pseudonym key has " + bytes.length + " bytes, it needs at least "
                    + MINIMUM_BYTES + ". " + ADVICE);
        }
        boolean[] seen = new boolean[256];
        int distinct = 0;
        for (byte value : bytes) {
            if (!seen[value & 0xff]) {
                seen[value & 0xff] = true;
                distinct++;
            }
        }
        if (distinct < MINIMUM_DISTINCT_BYTES) {
            throw new IllegalArgumentException("The pseudonym key is not random: it repeats the same bytes. " + ADVICE);
        }
    }

    /**
     * The pseudonym of an identifier.
     *
     * @param domain the kind of identifier, the same wherever pseudonyms must be joined
     * @param identifier the identifier in its canonical form
     */
    public String pseudonym(String domain, String identifier) {
        byte[] domainBytes = domain.getBytes(StandardCharsets.UTF_8);
        Mac mac = mac();
        mac.update(PURPOSE);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(domainBytes.length).flip());
        mac.update(domainBytes);
        byte[] tag = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
        byte[] truncated = Arrays.copyOf(tag, PSEUDONYM_BYTES);
        return version + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(truncated);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, missing);
        }
    }

    /** Names the version only. */
    @Override
    public String toString() {
        return "PseudonymKey[version=" + version + "]";
    }
}
