package nl.mjpmonitor.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.launcher.Difference;
import org.junit.jupiter.api.Test;

class ChaosReportTest {

    private static final WorkDone WORK = new WorkDone(8, 25, 100, 4, 7, 8, 0);

    @Test
    void passesWhenEverythingCameBackAndNothingDiffers() {
        ChaosReport report = report(List.of(alone("kafka", 3)), List.of());

        assertThat(report.isPassed()).isTrue();
        assertThat(report.markdown("how")).contains("rows lost: 0, rows double: 0");
    }

    @Test
    void failsOnAnyDifference() {
        ChaosReport report = report(
                List.of(alone("kafka", 3)),
                List.of(
                        new Difference("oov", "incident", "{}", Difference.Kind.STALE, 1),
                        new Difference("oov", "count", "cell", Difference.Kind.LOST, 4),
                        new Difference("oov", "incident", "{}", Difference.Kind.DOUBLE, 1)));

        assertThat(report.isPassed()).isFalse();
        assertThat(report.lost()).isEqualTo(5);
        assertThat(report.doubled()).isEqualTo(1);
    }

    @Test
    void failsWhenAComponentDidNotComeBack() {
        assertThat(report(List.of(new Kill("kafka", true, Optional.empty())), List.of())
                        .isPassed())
                .isFalse();
    }

    @Test
    void tellsRecoveryPerKindAndOverAll() {
        ChaosReport report = report(
                List.of(
                        alone("kafka", 2),
                        alone("kafka", 4),
                        alone("flink", 8),
                        new Kill("flink", false, Optional.of(Duration.ofSeconds(16)))),
                List.of());

        assertThat(report.markdown("how"))
                .contains("| kafka | 2 | 2 | 2.0 s | 4.0 s | 4.0 s |")
                .contains("| flink | 1 | 1 | 8.0 s | 8.0 s | 8.0 s |")
                .contains("| two at once | 1 | 1 | 16.0 s | 16.0 s | 16.0 s |")
                .contains("| all | 4 | 4 | 4.0 s | 16.0 s | 16.0 s |");
    }

    private static Kill alone(String component, int seconds) {
        return new Kill(component, true, Optional.of(Duration.ofSeconds(seconds)));
    }

    private static ChaosReport report(List<Kill> kills, List<Difference> differences) {
        return new ChaosReport(kills, differences, WORK, Duration.ofMinutes(1));
    }
}
