package nl.mjpmonitor.ops.clickhouse;

import com.clickhouse.client.api.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The embedded ClickHouse for a test: {@link GatewayMain} as a child process on a free port. Closing it stops the process and leaves
 * the data, so that another one can be started on it.
 */
public final class EmbeddedClickHouse implements AutoCloseable {

    public static final String USER = "mjp";
    public static final String PASSWORD = "only for tests";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Pattern READY = Pattern.compile("ready at http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private EmbeddedClickHouse(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a data folder, which is created when missing. */
    public static EmbeddedClickHouse start(Path data, String... options) {
        try {
            Path output = output(data, "output");
            Process process = launch(data, 0, options);
            Instant deadline = Instant.now().plus(START_LIMIT);
            while (Instant.now().isBefore(deadline) && process.isAlive()) {
                Matcher ready = READY.matcher(Files.readString(output));
                if (ready.find()) {
                    return new EmbeddedClickHouse(process, Integer.parseInt(ready.group(1)));
                }
                // leaves at once when the process ends
                boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
                if (ended) {
                    break;
                }
            }
            process.destroyForcibly();
            throw new IllegalStateException("ClickHouse did not start: " + Files.readString(output) + errors(data));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts the process without waiting for it to be ready; for tests of starts that must fail. */
    static Process launch(Path data, int port, String... options) throws IOException {
        Path folder = Files.createDirectories(data);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(GatewayMain.JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GatewayMain.class.getName()));
        command.addAll(List.of("--library", library().toString()));
        command.addAll(List.of("--data", folder.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output(data, "output").toFile())
                .redirectError(output(data, "errors").toFile());
        builder.environment().putAll(Map.of("CLICKHOUSE_USER", USER, "CLICKHOUSE_PASSWORD", PASSWORD));
        // a data folder must not depend on where the machine stands
        builder.environment().put("TZ", "Europe/Amsterdam");
        return builder.start();
    }

    /** What the last process on a data folder wrote to standard error. */
    static String errors(Path data) throws IOException {
        return Files.readString(output(data, "errors"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public String jdbcUrl() {
        return "jdbc:clickhouse://127.0.0.1:" + port + "/default";
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), USER, PASSWORD);
    }

    /** The official client; the caller closes it. */
    public Client client() {
        return new Client.Builder()
                .addEndpoint(address().toString())
                .setUsername(USER)
                .setPassword(PASSWORD)
                .setDefaultDatabase("default")
                .build();
    }

    /** Ends the process at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to stop, as {@code kill} does, without waiting. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for the process to end and answers its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("ClickHouse did not stop within " + STOP_LIMIT);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path library() throws IOException {
        Map<String, String> environment = System.getenv();
        Path cache =
                Path.of(environment.getOrDefault("MJP_CACHE", System.getProperty("user.home") + "/.cache/mjp-monitor"));
        try {
            return EngineLibrary.inCache(cache, Path.of("npm"), environment).fetch();
        } catch (EngineUnavailableException unavailable) {
            throw new IllegalStateException(unavailable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path output(Path data, String kind) {
        return data.resolveSibling(data.getFileName() + "." + kind + ".log");
    }
}
