package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(7));

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        for (long expected : new long[] {1000, 2000, 4000, 8000}) {
            assertThat(backoff.next(Optional.empty()).toMillis()).isBetween(expected * 4 / 5, expected);
        }
        for (int failure = 0; failure < 100; failure++) {
            assertThat(backoff.next(Optional.empty())).isLessThanOrEqualTo(Duration.ofMinutes(5));
        }
        backoff.reset();
        assertThat(backoff.next(Optional.empty()).toMillis()).isLessThanOrEqualTo(1000);
    }

    @Test
    void heedsAWishForPatienceUpToAnHour() {
        assertThat(backoff.next(Optional.of(Duration.ofMinutes(10)))).isEqualTo(Duration.ofMinutes(10));
        assertThat(backoff.next(Optional.of(Duration.ofDays(3)))).isEqualTo(Duration.ofHours(1));
        assertThat(backoff.next(Optional.of(Duration.ofSeconds(-5)))).isGreaterThan(Duration.ZERO);
        assertThat(backoff.next(Optional.of(Duration.ZERO))).isGreaterThan(Duration.ofSeconds(1));
    }
}
