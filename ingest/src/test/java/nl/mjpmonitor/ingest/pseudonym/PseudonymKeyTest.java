package nl.mjpmonitor.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymKeyTest {
    /** The bytes 1 to 32: for tests only. */
    private static final String KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    /** Computed outside Java, with openssl: {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:…}. */
    @ParameterizedTest
    @CsvSource({
        "politie.levering, DEMO-BVH-MAASTRICHT-2019-2022, 1.2oX99HdIlJR3cS9Rshc0Cg",
        "politie.levering, ZL-BVH-2023-01, 1.vYt1NpuH3h_DtpJb3Z9tOA",
        "politie.levering, café, 1._s8XSOmhM1CXK0GqrnyqqQ",
        "persoon, 123456782, 1.gqItSbWFDLDf89NFrpNc1Q",
        "persoon, 42, 1.1Z9BI080cYykkGc8iSjUig"
    })
    void equalsTheTestVectors(String domain, String identifier, String pseudonym) {
        assertThat(PseudonymKey.of("1", KEY).pseudonym(domain, identifier)).isEqualTo(pseudonym);
    }

    @Test
    void usesAllOfALongerKeyAndShowsItsVersion() {
        String key = "CzBVep/E6Q4zWH2ix+wRNluApcrvFDleg6jN8hc8YYar0PUaP2SJrg==";

        assertThat(PseudonymKey.of("2026", key).pseudonym("persoon", "123456782"))
                .isEqualTo("2026.M14i2oO_zb3tGIs2IC6zhQ");
    }

    @Test
    void equalsHmacWrittenOutFromItsDefinition() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] key = new byte[32 + random.nextInt(60)];
            random.nextBytes(key);
            String domain = Integer.toString(random.nextInt(1_000), 36);
            String identifier = Long.toString(random.nextLong(), 36);

            String pseudonym = PseudonymKey.of("k", base64(key)).pseudonym(domain, identifier);

            byte[] expected = Arrays.copyOf(hmac(key, message(domain, identifier)), 16);
            assertThat(pseudonym)
                    .isEqualTo("k." + Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
        }
    }

    /** RFC 4231, test case 2: shows that the written-out HMAC above is one. */
    @Test
    void comparesWithARealHmac() throws Exception {
        byte[] tag = hmac(
                "Jefe".getBytes(StandardCharsets.US_ASCII),
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void keepsDomainsKeysAndVersionsApart() {
        PseudonymKey key = PseudonymKey.of("1", KEY);
        PseudonymKey other = PseudonymKey.of("1", "CzBVep/E6Q4zWH2ix+wRNluApcrvFDleg6jN8hc8YYar0PUaP2SJrg==");

        assertThat(key.pseudonym("a", "bc")).isNotEqualTo(key.pseudonym("ab", "c"));
        assertThat(key.pseudonym("a", "42")).isNotEqualTo(other.pseudonym("a", "42"));
        assertThat(key.pseudonym("a", "42")).startsWith("1.");
        assertThat(PseudonymKey.of("2", KEY).pseudonym("a", "42")).startsWith("2.");
    }

    @Test
    void alwaysHasTheSameForm() {
        PseudonymKey key = PseudonymKey.of("1", KEY);

        for (String identifier : new String[] {"", "x", "x".repeat(100_000), "naïve \u0000 ☃"}) {
            assertThat(key.pseudonym("a", identifier)).matches("1\\.[A-Za-z0-9_-]{22}");
        }
    }

    @Test
    void acceptsAKeyWithWhitespaceAroundIt() {
        assertThat(PseudonymKey.of("1", KEY + "\n").pseudonym("persoon", "42")).isEqualTo("1.1Z9BI080cYykkGc8iSjUig");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "'  ' | is empty",
                "${env:MJP_PSEUDONYM_KEY} | config.providers",
                "not base64! | is not base64",
                "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw== | 31 bytes, it needs at least 32",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | is not random",
                "Z2VoZWltZ2VoZWltZ2VoZWltZ2VoZWltZ2VoZWltZ2VoZWlt | is not random"
            })
    void refusesAMissingOrWeakKeyAndSaysWhatToChange(String key, String reason) {
        assertThatThrownBy(() -> PseudonymKey.of("1", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .satisfies(message -> assertThat(key.isBlank() || !message.contains(key))
                        .as("message without the key")
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "a.b", "a b", "é"})
    void refusesAVersionThatWouldNotFitAPseudonym(String version) {
        assertThatThrownBy(() -> PseudonymKey.of(version, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one to eight letters or digits");
    }

    @Test
    void neverShowsItsSecret() {
        assertThat(PseudonymKey.of("1", KEY)).hasToString("PseudonymKey[version=1]");
    }

    private static byte[] message(String domain, String identifier) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        out.write("mjp-pseudonym/1".getBytes(StandardCharsets.US_ASCII));
        out.writeByte(0);
        out.writeInt(domain.length());
        out.write(domain.getBytes(StandardCharsets.UTF_8));
        out.write(identifier.getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    /** RFC 2104: H(K xor opad, H(K xor ipad, text)). */
    private static byte[] hmac(byte[] key, byte[] text) throws NoSuchAlgorithmException {
        byte[] block = Arrays.copyOf(key.length > 64 ? sha256(key) : key, 64);
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            inner[i] = (byte) (block[i] ^ 0x36);
            outer[i] = (byte) (block[i] ^ 0x5c);
        }
        return sha256(outer, sha256(inner, text));
    }

    private static byte[] sha256(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
