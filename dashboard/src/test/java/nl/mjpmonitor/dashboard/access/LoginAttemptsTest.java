package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final LoginAttempts attempts = new LoginAttempts(clock);

    @Test
    void locksAtTheFifthFailureAndUnlocksAfterAQuarter() {
        for (int i = 0; i < LoginAttempts.ALLOWED; i++) {
            assertThat(attempts.isLocked("analist")).isFalse();
            attempts.failed("analist");
        }
        assertThat(attempts.isLocked("ANALIST ")).isTrue();
        now = now.plus(LoginAttempts.LOCK.minusSeconds(1));
        assertThat(attempts.isLocked("analist")).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(attempts.isLocked("analist")).isFalse();
    }

    @Test
    void aSuccessWipesTheFailuresOut() {
        for (int i = 1; i < LoginAttempts.ALLOWED; i++) {
            attempts.failed("analist");
        }
        attempts.succeeded("analist");
        attempts.failed("analist");
        assertThat(attempts.isLocked("analist")).isFalse();
    }

    @Test
    void remembersNoMoreNamesThanItHasRoomFor() {
        for (int i = 0; i < LoginAttempts.ALLOWED; i++) {
            attempts.failed("eerste");
        }
        for (int i = 0; i < 10_000; i++) {
            attempts.failed("naam" + i);
        }
        assertThat(attempts.isLocked("eerste")).isFalse();
    }
}
