package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {

    @TempDir
    Path folder;

    @Test
    void theLastLinesAreFound() throws IOException {
        assertThat(lastLines("one\ntwo\nthree\n", 2)).isEqualTo("two\nthree\n");
    }

    @Test
    void aLastLineThatIsNotFinishedCounts() throws IOException {
        assertThat(lastLines("one\ntwo\nthr", 2)).isEqualTo("two\nthr");
    }

    @Test
    void aShortLogIsShownWhole() throws IOException {
        assertThat(lastLines("one\ntwo\n", 5)).isEqualTo("one\ntwo\n");
        assertThat(lastLines("", 5)).isEmpty();
    }

    @Test
    void linesAreFoundAcrossBlocksOfReading() throws IOException {
        String content = IntStream.range(0, 5000)
                .mapToObj(number -> "line " + number + "\n")
                .collect(Collectors.joining());

        assertThat(lastLines(content, 3000)).startsWith("line 2000\n").endsWith("line 4999\n");
    }

    private String lastLines(String content, int count) throws IOException {
        Path log = folder.resolve("some.log");
        Files.writeString(log, content);
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = LogsCommand.startOfLastLines(file, count);
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).substring((int) start);
        }
    }
}
