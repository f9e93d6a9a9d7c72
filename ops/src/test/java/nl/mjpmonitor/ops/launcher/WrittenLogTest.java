package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrittenLogTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final WrittenLog log = new WrittenLog();

    @Test
    void logWaitsSinceItWasFirstSeenToBeWritten() {
        log.add(at(0), 100);
        log.add(at(10), 200);
        log.add(at(20), 300);

        assertThat(log.waiting(100, at(25))).isEqualTo(Duration.ofSeconds(15));
        assertThat(log.waiting(250, at(25))).isEqualTo(Duration.ofSeconds(5));
        assertThat(log.waiting(300, at(25))).isZero();
    }

    @Test
    void aReaderThatStandsStillFallsFurtherBehind() {
        log.add(at(0), 100);
        log.add(at(10), 200);
        Duration first = log.waiting(100, at(10));
        log.add(at(20), 200);
        log.add(at(30), 400);

        assertThat(first).isZero();
        assertThat(log.waiting(100, at(30))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aServerThatWasSetBackStartsOver() {
        log.add(at(0), 900);
        log.add(at(10), 50);
        log.add(at(20), 60);

        assertThat(log.waiting(40, at(20))).isEqualTo(Duration.ofSeconds(10));
        assertThat(log.waiting(60, at(20))).isZero();
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
