package nl.mjpmonitor.ops.clickhouse;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library of the embedded ClickHouse engine, fetched once from the npm registry into a cache.
 *
 * <p>The package is checked against a pinned SHA-512 before it is unpacked, and moved into place in one step, so that the cache
 * never holds half a library. Several processes may call {@link #fetch()} at once: one downloads, the others wait for it.
 */
public final class EngineLibrary {

    /** Version of the npm package; it holds ClickHouse 26.7.2. */
    public static final String VERSION = "26.7.3-stable.1";

    /** Where the owner of a machine without a pinned integrity states it, as {@code npm view PACKAGE dist.integrity} prints it. */
    public static final String INTEGRITY_VARIABLE = "MJP_CLICKHOUSE_ENGINE_INTEGRITY";

    private static final Logger LOG = LoggerFactory.getLogger(EngineLibrary.class);
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(15);
    private static final String WORK_PREFIX = "incoming-";
    /** A file lock keeps other processes out, not other threads of this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;
    private final EnginePlatform platform;
    private final Path npm;
    private final String integrity;

    private EngineLibrary(Path folder, EnginePlatform platform, Path npm, String integrity) {
        this.folder = folder;
        this.platform = platform;
        this.npm = npm;
        this.integrity = integrity;
    }

    /**
     * The library for this machine.
     *
     * @param cache folder for things fetched once; the library gets a folder of its own in it
     * @param npm the npm program; a bare name is looked up on the PATH when it is needed
     * @param environment read for {@value #INTEGRITY_VARIABLE}
     * @throws EngineUnavailableException when the engine is not published for this machine or its integrity is not known
     */
    public static EngineLibrary inCache(Path cache, Path npm, Map<String, String> environment)
            throws EngineUnavailableException {
        String system = System.getProperty("os.name", "");
        String architecture = System.getProperty("os.arch", "");
        EnginePlatform platform = EnginePlatform.of(system, architecture)
                .orElseThrow(() -> new EngineUnavailableException("There is no embedded ClickHouse engine for " + system
                        + " on " + architecture + ": set CLICKHOUSE_URL to a server or CLICKHOUSE_BIN to a program."));
        String integrity = Optional.ofNullable(environment.get(INTEGRITY_VARIABLE))
                .or(platform::integrity)
                .orElseThrow(() -> new EngineUnavailableException("The integrity of " + platform.packageName()
                        + " is not pinned: set " + INTEGRITY_VARIABLE + " to what `npm view " + platform.packageName()
                        + "@" + VERSION + " dist.integrity` prints, or set CLICKHOUSE_URL or CLICKHOUSE_BIN."));
        return new EngineLibrary(cache.resolve("clickhouse-engine"), platform, npm, integrity);
    }

    /** Where the library is once {@link #fetch()} has returned. */
    public Path file() {
        return home().resolve(platform.libraryName());
    }

    /**
     * Makes sure that the library is in the cache and is the right one. Costs a download of about 180 MB the first time and next to
     * nothing later.
     *
     * @return {@link #file()}
     * @throws EngineUnavailableException when it cannot be had
     */
    public Path fetch() throws IOException, InterruptedException, EngineUnavailableException {
        Files.createDirectories(folder);
        THREADS.lockInterruptibly();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!isInPlace()) {
                removeLeftovers();
                download();
            }
        } finally {
            THREADS.unlock();
        }
        return file();
    }

    private boolean isInPlace() throws IOException {
        Optional<EngineManifest> manifest = EngineManifest.read(home());
        return manifest.isPresent() && manifest.get().describes(file(), integrity);
    }

    private Path home() {
        return folder.resolve(VERSION + "-" + platform.suffix());
    }

    private void download() throws IOException, InterruptedException, EngineUnavailableException {
        LOG.info("Fetching {} {} into {}", platform.packageName(), VERSION, folder);
        Path work = Files.createTempDirectory(folder, WORK_PREFIX);
        try {
            EnginePackage downloaded = new EnginePackage(pack(work));
            downloaded.verify(integrity);
            Path unpacked = Files.createDirectory(work.resolve("unpacked"));
            Path library = unpacked.resolve(platform.libraryName());
            downloaded.extract(platform.libraryName(), library);
            EngineManifest.of(library, integrity).write(unpacked);
            remove(home());
            Files.move(unpacked, home(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(work);
        }
    }

    private Path pack(Path target) throws IOException, InterruptedException, EngineUnavailableException {
        Path output = target.resolve("npm.log");
        ProcessBuilder builder = new ProcessBuilder(
                        npm.toString(),
                        "pack",
                        platform.packageName() + "@" + VERSION,
                        "--ignore-scripts",
                        "--loglevel=error",
                        "--pack-destination",
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Path besideNpm = npm.getParent();
        if (besideNpm != null) {
            // npm is a script that looks for node on the PATH
            builder.environment().merge("PATH", besideNpm.toString(), (path, own) -> own + File.pathSeparator + path);
        }
        run(builder, output);
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new EngineUnavailableException(
                            "npm pack reported success but delivered no file for " + platform.packageName() + "."));
        }
    }

    private void run(ProcessBuilder builder, Path output)
            throws IOException, InterruptedException, EngineUnavailableException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new EngineUnavailableException(
                    "npm is needed to fetch the ClickHouse engine but " + npm
                            + " does not start: install Node, or set CLICKHOUSE_URL or CLICKHOUSE_BIN.",
                    missing);
        }
        try {
            if (!process.waitFor(DOWNLOAD_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new EngineUnavailableException("npm pack of " + platform.packageName() + " did not finish within "
                        + DOWNLOAD_LIMIT.toMinutes() + " minutes.");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new EngineUnavailableException(
                    "npm pack of " + platform.packageName() + "@" + VERSION + " failed: " + lastLines(output));
        }
    }

    private static String lastLines(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path leftover : files.filter(
                            file -> file.getFileName().toString().startsWith(WORK_PREFIX))
                    .toList()) {
                remove(leftover);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
