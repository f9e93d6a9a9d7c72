package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.StatusReport.ComponentStatus;
import nl.mjpmonitor.ops.launcher.StatusReport.SystemFreshness;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    private static final ComponentStatus CONNECT = new ComponentStatus(
            "connect", "running", "", "127.0.0.1:18083", 4075, 142L * 1024 * 1024, Map.of("bytes", 248L));

    @Test
    void aRunningComponentShowsItsAddressProcessMemoryAndLag() {
        String text = StatusCommand.text(report(4000, CONNECT));

        assertThat(text.lines().skip(1).findFirst().orElse("").split("\\s+"))
                .containsExactly("connect", "running", "127.0.0.1:18083", "4075", "142", "MB", "248", "bytes");
        assertThat(text)
                .contains("ready (launcher pid 4000), memory together 300 MB")
                .contains("politiecijfers: figures are 0.7 s behind the source");
    }

    @Test
    void anIllComponentSaysWhatIsWrong() {
        ComponentStatus ill = new ComponentStatus(
                "connect", "ill", "connector politiecijfers does not run.", "127.0.0.1:18083", 4075, 0, Map.of());

        assertThat(StatusCommand.text(report(4000, ill))).contains("ill").contains("does not run.");
    }

    @Test
    void aKilledLauncherIsToldApartFromAHaltedStack() {
        ComponentStatus stopped = new ComponentStatus("connect", "stopped", "", "127.0.0.1:18083", 0, 0, Map.of());

        assertThat(StatusCommand.text(report(0, CONNECT))).contains("left these running");
        assertThat(StatusCommand.text(report(0, stopped))).contains("ops/run goes on from where it was");
    }

    private static StatusReport report(long launcher, ComponentStatus component) {
        return new StatusReport(
                true,
                launcher,
                "ready",
                300L * 1024 * 1024,
                List.of(component),
                List.of(new SystemFreshness("politiecijfers", 0.7)));
    }
}
