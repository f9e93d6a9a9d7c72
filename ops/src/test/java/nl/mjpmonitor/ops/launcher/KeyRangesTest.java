package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.mjpmonitor.ops.launcher.KeyRanges.Sum;
import org.junit.jupiter.api.Test;

class KeyRangesTest {

    private final KeyRanges ranges = new KeyRanges(List.of("{\"id\":10}", "{\"id\":5}"));

    @Test
    void aBoundaryIsTheFirstKeyOfItsRange() {
        assertThat(ranges.size()).isEqualTo(3);
        assertThat(ranges.of("{\"id\":0}")).isZero();
        // the bracket comes after every digit
        assertThat(ranges.of("{\"id\":1}")).isEqualTo(1);
        assertThat(ranges.of("{\"id\":10}")).isEqualTo(1);
        assertThat(ranges.of("{\"id\":2}")).isEqualTo(1);
        assertThat(ranges.of("{\"id\":5}")).isEqualTo(2);
        assertThat(ranges.of("{\"id\":9}")).isEqualTo(2);
    }

    @Test
    void rangesLieAgainstEachOther() {
        assertThat(ranges.from(0)).isEmpty();
        for (int range = 1; range < ranges.size(); range++) {
            assertThat(ranges.from(range)).isEqualTo(ranges.to(range - 1));
        }
        assertThat(ranges.to(2)).isEmpty();
    }

    @Test
    void keysAreOrderedByTheirBytes() {
        // in UTF-16 the surrogates of the second come before the first
        KeyRanges others = new KeyRanges(List.of("\uFB01", "\uD83D\uDE00"));
        assertThat(others.of("\uFB02")).isEqualTo(1);
        assertThat(others.of("\uD83D\uDE01")).isEqualTo(2);
    }

    @Test
    void oneRangeHoldsEverythingWhenThereAreNoBoundaries() {
        assertThat(new KeyRanges(List.of()).of("anything")).isZero();
    }

    @Test
    void theHashIsThatOfClickHouse() {
        // SELECT reinterpretAsInt64(reinterpretAsUInt64(substring(MD5(concat('a', '\n', 'b')), 1, 8)))
        byte[] digest = md5("a\nb");
        long littleEndian = 0;
        for (int i = 7; i >= 0; i--) {
            littleEndian = (littleEndian << 8) | (digest[i] & 0xFF);
        }
        assertThat(KeyRanges.hash("a", "b")).isEqualTo(littleEndian);
        assertThat(KeyRanges.hash("a", "b")).isNotEqualTo(KeyRanges.hash("b", "a"));
    }

    @Test
    void aSumKnowsHowManyAndWhich() {
        Sum sum = Sum.NONE.plus(Long.MAX_VALUE).plus(Long.MAX_VALUE);
        assertThat(sum).isEqualTo(new Sum(2, -2));
    }

    private static byte[] md5(String text) {
        try {
            return java.security.MessageDigest.getInstance("MD5")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
