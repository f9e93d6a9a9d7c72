package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nl.mjpmonitor.ops.clickhouse.chdb.Chdb;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import nl.mjpmonitor.ops.clickhouse.gateway.GatewaySettings;
import nl.mjpmonitor.ops.clickhouse.gateway.HttpGateway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the embedded ClickHouse engine behind its HTTP interface until it is asked to stop.
 *
 * <p>User and password come from {@code CLICKHOUSE_USER} and {@code CLICKHOUSE_PASSWORD}. One line on standard output says that it is
 * ready; what prevents that is one sentence on standard error and exit code 1, wrong use is exit code 2. SIGTERM lets running
 * statements finish for {@code --grace} seconds.
 */
@Command(
        name = "clickhouse-gateway",
        description = "The embedded ClickHouse engine behind ClickHouse's HTTP interface, on 127.0.0.1.")
public final class GatewayMain implements Callable<Integer> {

    /** What the JVM needs: access to native code, and no more memory than a gateway that streams everything uses. */
    public static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Dio.netty.noUnsafe=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    @Option(names = "--library", required = true, description = "the engine library, libchdb.so")
    private @Nullable Path library;

    @Option(names = "--data", required = true, description = "data folder, used by one gateway at a time")
    private @Nullable Path data;

    @Option(names = "--port", required = true, description = "port on 127.0.0.1; 0 takes a free one")
    private int port;

    @Option(
            names = "--metrics-port",
            description = "port on 127.0.0.1 for metrics in the form of Prometheus (default none)")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--memory",
            defaultValue = "448",
            description = "megabytes the engine may allocate (default ${DEFAULT-VALUE})")
    private int memory;

    @Option(
            names = "--grace",
            defaultValue = "10",
            description = "seconds running statements get to finish (default ${DEFAULT-VALUE})")
    private int grace;

    private final Map<String, String> environment;
    private final PrintStream output;

    private GatewayMain(Map<String, String> environment, PrintStream output) {
        this.environment = environment;
        this.output = output;
    }

    public static void main(String[] arguments) {
        PrintStream errors = System.err;
        int exitCode = new CommandLine(new GatewayMain(System.getenv(), System.out))
                .setExecutionExceptionHandler((failure, line, result) -> {
                    errors.println(sentence(failure));
                    return 1;
                })
                .execute(arguments);
        System.exit(exitCode);
    }

    @Override
    public Integer call() throws IOException, ChdbException, InterruptedException {
        GatewaySettings settings = settings();
        createPrivateFolder(settings.data());
        try (FileChannel channel = FileChannel.open(
                        settings.data().resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            requireFreePort(settings.port());
            requireFreePort(settings.metricsPort().orElse(0));
            serve(settings);
            return 0;
        }
    }

    private void serve(GatewaySettings settings) throws IOException, ChdbException, InterruptedException {
        HttpGateway gateway = HttpGateway.start(Chdb.load(existingLibrary()), settings);
        CountDownLatch stopped = new CountDownLatch(1);
        // closing the engine runs its code, which wants a large stack
        Runtime.getRuntime().addShutdownHook(new Thread(null, () -> stop(gateway, stopped), "shutdown", 8L << 20));
        output.println("ClickHouse gateway ready at http://127.0.0.1:" + gateway.port() + " (engine "
                + gateway.engineVersion() + ", pid " + ProcessHandle.current().pid() + ")");
        output.flush();
        stopped.await();
    }

    private void stop(HttpGateway gateway, CountDownLatch stopped) {
        try {
            gateway.drain(Duration.ofSeconds(grace));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private GatewaySettings settings() {
        if (data == null) {
            throw new IllegalStateException("--data is required.");
        }
        return new GatewaySettings(
                data,
                port,
                metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort),
                environment.getOrDefault("CLICKHOUSE_USER", ""),
                environment.getOrDefault("CLICKHOUSE_PASSWORD", ""),
                memory);
    }

    private Path existingLibrary() {
        if (library == null || !Files.isReadable(library)) {
            throw new IllegalStateException("The engine library " + library + " cannot be read.");
        }
        return library.toAbsolutePath();
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldHere) {
            throw new IllegalStateException("The data folder is in use by this process already.", heldHere);
        }
        throw new IllegalStateException("The data folder is in use by another gateway process.");
    }

    private static void requireFreePort(int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IllegalStateException("Port " + port + " on 127.0.0.1 is taken.", taken);
        }
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "The gateway failed: " + failure : message;
    }
}
