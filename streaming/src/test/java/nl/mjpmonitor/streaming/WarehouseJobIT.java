package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that cannot do its work ends and says why, so that whoever supervises it sees it. No broker is needed for that. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WarehouseJobIT {

    private record Ended(int code, String output) {}

    @TempDir
    private Path folder;

    @Test
    void aTakenPortEndsTheProcess() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = run("--rest-port", Integer.toString(taken.getLocalPort()));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output()).contains("BindException");
        }
    }

    @Test
    void wrongOptionsEndTheProcessWithWhatToChange() throws Exception {
        Ended ended = run("--rest-port", "none");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("--rest-port must be a whole number");
    }

    @Test
    void aStateDirectoryIsUsedByOneProcessOnly() throws Exception {
        Path state = Files.createDirectories(folder.resolve("state"));
        try (FileChannel file =
                        FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();

            Ended ended = run();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output()).contains("Another process uses");
        }
    }

    private Ended run(String... more) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=classpath:log4j2.properties",
                "-cp",
                System.getProperty("java.class.path"),
                WarehouseJob.class.getName(),
                "--embedded",
                "true",
                "--bootstrap",
                "127.0.0.1:1",
                "--clickhouse-url",
                "jdbc:clickhouse://127.0.0.1:1",
                "--state-dir",
                folder.resolve("state").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the process ended")
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
