package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @TempDir
    Path folder;

    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));
    private Home recording = home;
    private Process left;

    @BeforeEach
    void leaveARecordingBehind() throws IOException {
        home = new Home(folder, folder.resolve("state"), folder.resolve("cache"));
        recording = home.withState(folder.resolve("target/recording-state"));
        recording.createState();
        left = new ProcessBuilder("sleep", "600").start();
        new PidFile(recording.pidFile("kafka")).write(left.toHandle(), "sleep");
        Files.createDirectories(folder.resolve("target/recorded"));
        for (String name : new String[] {"kafka.recording", "flink.fresh", "kafka-25.aot", "kafka-25.made-of"}) {
            Files.createFile(folder.resolve("target/recorded").resolve(name));
        }
    }

    @AfterEach
    void stopWhatIsLeft() {
        left.destroyForcibly();
    }

    @Test
    void whatAKilledRecordingLeftIsStoppedAndRemoved() throws Exception {
        Recording.cleanUp(home, Progress.silent());

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(recording.state()).doesNotExist();
        assertThat(folder.resolve("target/recorded").toFile().list())
                .containsExactlyInAnyOrder("kafka-25.aot", "kafka-25.made-of");
    }

    @Test
    void aRecordingThatGoesOnIsLeftAlone() throws Exception {
        StateLock lock = StateLock.take(recording);
        try {
            Recording.cleanUp(home, Progress.silent());
        } finally {
            lock.close();
        }

        assertThat(left.isAlive()).isTrue();
        assertThat(folder.resolve("target/recorded").toFile().list()).hasSize(4);
    }

    @Test
    void whereNothingWasRecordedNothingIsDone() throws Exception {
        Home other = new Home(folder.resolve("other"), folder.resolve("other/state"), folder.resolve("cache"));

        Recording.cleanUp(other, Progress.silent());

        assertThat(folder.resolve("other")).doesNotExist();
    }
}
