package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.StatusReport.ComponentStatus;
import nl.mjpmonitor.ops.launcher.StatusReport.StageLag;
import nl.mjpmonitor.ops.launcher.StatusReport.SystemFreshness;
import nl.mjpmonitor.warehouse.quality.Lag;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final ComponentStatus CONNECT = new ComponentStatus(
            "connect",
            "running",
            "",
            "127.0.0.1:18083",
            "http://127.0.0.1:18404/metrics",
            4075,
            142L * 1024 * 1024,
            Map.of("bytes", 2480L));

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aRunningComponentShowsItsAddressMetricsProcessMemoryAndLag() {
        String text = text(report(4000, CONNECT));

        assertThat(line(text, "connect").split("\\s{2,}"))
                .containsExactly(
                        "connect", "running", "127.0.0.1:18083", ":18404", "4075", "142 MB", "2 kB of log unread");
        assertThat(text)
                .contains(
                        "ready: launcher pid 4000, metrics at http://127.0.0.1:18400/metrics, memory together 300 MB");
    }

    @Test
    void anIllComponentSaysWhatIsWrong() {
        ComponentStatus ill = new ComponentStatus(
                "connect", "ill", "connector politiecijfers does not run.", "127.0.0.1:18083", "", 4075, 0, Map.of());

        assertThat(line(text(report(4000, ill)), "connect")).contains("ill").contains("does not run.");
    }

    @Test
    void aKilledLauncherIsToldApartFromAHaltedStack() {
        ComponentStatus stopped = new ComponentStatus("connect", "stopped", "", "127.0.0.1:18083", "", 0, 0, Map.of());

        assertThat(text(report(0, CONNECT))).contains("left these running");
        assertThat(text(report(0, stopped))).contains("ops/run goes on from where it was");
    }

    @Test
    void aSourceShowsWhatWaitsLongestAtEachStage() {
        String text = text(report(
                4000,
                CONNECT,
                new StageLag("melddesk", "connect", "", 20480, "bytes", 1.25, 2),
                new StageLag("melddesk", "kept", "", 48L << 20, "bytes", 0, 2),
                new StageLag("melddesk", "stream", "report", 12, "events", 0.4, 2),
                new StageLag("melddesk", "store", "", 0, "events", 0, 2),
                new StageLag("melddesk", "screen", "", 3, "answers", 15, 90)));

        assertThat(line(text, "melddesk").split("\\s{2,}"))
                .containsExactly(
                        "melddesk",
                        "0.7 s",
                        "1.3 s, 20 kB",
                        "0.4 s, 12 events of report",
                        "-",
                        "15.0 s, 3 answers (90.0 s ago)",
                        "48 MB");
    }

    @Test
    void aStageThatWasNotMeasuredIsUnknownAndNotEmpty() {
        assertThat(line(text(report(4000, CONNECT)), "melddesk")).contains("unknown");
    }

    @Test
    void aStageThatASourceDoesNotHaveIsNotUnknown() {
        StageLag screen = new StageLag("melddesk", "screen", "", 0, "answers", 0, 2);

        assertThat(line(text(report(4000, CONNECT, screen)), "melddesk").split("\\s{2,}"))
                .containsExactly("melddesk", "0.7 s", "n/a", "n/a", "n/a", "-", "-");
    }

    @Test
    void theWorstTableIsTheOneWhoseOldestEventWaitsLongest() {
        List<StageLag> worst = StatusQuery.worst(
                List.of(
                        lag("report", Lag.Stage.STREAM, 900, 1),
                        lag("screening", Lag.Stage.STREAM, 2, 40),
                        lag("hotspot", Lag.Stage.STREAM, 0, 0),
                        lag("report", Lag.Stage.STORE, 0, 0)),
                NOW);

        assertThat(worst)
                .containsExactly(
                        new StageLag("melddesk", "stream", "screening", 2, "events", 40, 3),
                        new StageLag("melddesk", "store", "", 0, "events", 0, 3));
    }

    private static Lag lag(String table, Lag.Stage stage, long amount, int seconds) {
        return new Lag("melddesk", table, stage, amount, Duration.ofSeconds(seconds), NOW.minusSeconds(3));
    }

    private static String text(StatusReport report) {
        return new StatusText(report).toString();
    }

    private static String line(String text, String first) {
        return text.lines().filter(each -> each.startsWith(first)).findFirst().orElse("");
    }

    private static StatusReport report(long launcher, ComponentStatus component, StageLag... lags) {
        return new StatusReport(
                true,
                launcher,
                "http://127.0.0.1:18400/metrics",
                "ready",
                300L * 1024 * 1024,
                List.of(component),
                List.of(new SystemFreshness("melddesk", 0.7)),
                List.of(lags));
    }
}
