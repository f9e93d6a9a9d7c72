package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    @Test
    void theProcessWrittenDownIsFoundAgain() throws IOException {
        PidFile file = new PidFile(folder.resolve("self.pid"));
        file.write(ProcessHandle.current(), "java");

        assertThat(file.process()).hasValue(ProcessHandle.current());
    }

    @Test
    void withoutAFileThereIsNoProcess() {
        assertThat(new PidFile(folder.resolve("absent.pid")).process()).isEmpty();
    }

    @Test
    void aNumberGivenOutAgainIsNotOurProcess() throws IOException {
        Path path = folder.resolve("self.pid");
        PidFile file = new PidFile(path);
        file.write(ProcessHandle.current(), "java");
        List<String> lines = Files.readAllLines(path);
        long muchEarlier = Long.parseLong(lines.get(1)) - 60_000;
        Files.write(path, List.of(lines.get(0), Long.toString(muchEarlier), lines.get(2)));

        assertThat(file.process()).isEmpty();
    }

    @Test
    void anotherProgramIsNotOurProcess() throws IOException {
        PidFile file = new PidFile(folder.resolve("self.pid"));
        file.write(ProcessHandle.current(), "postgres");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void aFileThatWasCutShortIsNoProcess() throws IOException {
        Path path = folder.resolve("broken.pid");
        Files.writeString(path, "12");

        assertThat(new PidFile(path).process()).isEmpty();
    }
}
