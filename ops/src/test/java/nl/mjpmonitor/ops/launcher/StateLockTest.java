package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

    @TempDir
    Path state;

    @Test
    void aSecondLauncherIsToldWhereTheFirstIs() throws IOException {
        Home home = new Home(Path.of(""), state, Path.of(""));
        home.createState();
        StateLock held = StateLock.take(home);
        StackDescription.write(
                home.description(), StackDescription.Phase.READY, "2024-02-06T00:00:00Z", Ports.of(Map.of(), Map.of()));

        assertThatThrownBy(() -> StateLock.take(home))
                .hasMessage("MJP-monitor is already running (pid %d, http://127.0.0.1:8080): "
                                .formatted(ProcessHandle.current().pid())
                        + "ops/status shows it, ops/stop stops it.");

        held.close();
        StateLock again = StateLock.take(home);
        assertThat(StateLock.tryTake(home)).isEmpty();
        again.close();
    }
}
