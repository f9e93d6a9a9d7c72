package nl.mjpmonitor.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalIdentifierTest {
    @Test
    void spellsANumberTheSameWhateverItsType() {
        assertThat(List.of(42L, 42, (short) 42, (byte) 42, new BigInteger("42"), new BigDecimal("42.00"), "42"))
                .allSatisfy(value -> assertThat(CanonicalIdentifier.of(value)).hasValue("42"));
        assertThat(CanonicalIdentifier.of(new BigDecimal("1E+3"))).hasValue("1000");
        assertThat(CanonicalIdentifier.of(Long.MIN_VALUE)).hasValue("-9223372036854775808");
    }

    @Test
    void spellsTextTheSameWhateverItsUnicodeForm() {
        assertThat(CanonicalIdentifier.of("cafe\u0301")).isEqualTo(CanonicalIdentifier.of("caf\u00e9"));
        assertThat(CanonicalIdentifier.of(" A ")).hasValue(" A ");
        assertThat(CanonicalIdentifier.of("042")).hasValue("042");
    }

    @Test
    void spellsBytesMomentsAndOtherSimpleValues() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, (byte) 0xab, 1}, 1, 2);

        assertThat(CanonicalIdentifier.of(new byte[] {(byte) 0xab, 1})).hasValue("ab01");
        assertThat(CanonicalIdentifier.of(buffer)).hasValue("ab01");
        assertThat(buffer.remaining()).isEqualTo(2);
        assertThat(CanonicalIdentifier.of(Date.from(Instant.EPOCH))).hasValue("1970-01-01T00:00:00Z");
        assertThat(CanonicalIdentifier.of(true)).hasValue("true");
        assertThat(CanonicalIdentifier.of(UUID.fromString("0000000A-0000-0000-0000-000000000001")))
                .hasValue("0000000a-0000-0000-0000-000000000001");
    }

    @Test
    void hasNoSpellingForWhatCannotIdentify() {
        assertThat(CanonicalIdentifier.of(1.5)).isEmpty();
        assertThat(CanonicalIdentifier.of(1.5f)).isEmpty();
        assertThat(CanonicalIdentifier.of(List.of(1))).isEmpty();
        assertThat(CanonicalIdentifier.of(Map.of("a", 1))).isEmpty();
    }
}
