package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOON = Instant.parse("2024-02-06T12:00:00Z");

    private final Backoff backoff = new Backoff();

    @Test
    void afterTheFirstDeathEachWaitIsTwiceTheOneBefore() {
        assertThat(backoff.died(NOON, Optional.empty())).hasValue(Duration.ZERO);
        assertThat(backoff.died(NOON, Optional.empty())).hasValue(Duration.ofMillis(500));
        assertThat(backoff.died(NOON, Optional.empty())).hasValue(Duration.ofSeconds(1));
        assertThat(backoff.died(NOON, Optional.empty())).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void aComponentThatKeepsDyingIsGivenUp() {
        for (int i = 0; i < Backoff.LIMIT; i++) {
            assertThat(backoff.died(NOON, Optional.of(NOON.minusSeconds(1)))).isPresent();
        }

        assertThat(backoff.died(NOON, Optional.of(NOON.minusSeconds(1)))).isEmpty();
    }

    @Test
    void aCalmWhileForgivesEarlierDeaths() {
        for (int i = 0; i < Backoff.LIMIT; i++) {
            backoff.died(NOON, Optional.empty());
        }

        assertThat(backoff.died(NOON, Optional.of(NOON.minus(Backoff.CALM)))).hasValue(Duration.ZERO);
    }
}
