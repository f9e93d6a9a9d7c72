package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Components that a launcher left running because it was killed itself. */
final class Orphans {

    /** Clients before the servers they use; what is not listed goes first. */
    private static final List<String> STOP_ORDER =
            List.of("dashboard", "flink", "connect", "clickhouse", "kafka", "postgres");

    private Orphans() {}

    /** What still runs, by component, in the order it is to be stopped. */
    static Map<String, ProcessHandle> of(Home home) throws IOException {
        Comparator<String> order = Comparator.comparingInt(name -> STOP_ORDER.indexOf(kind(name)));
        Map<String, ProcessHandle> orphans = new TreeMap<>(order.thenComparing(Comparator.naturalOrder()));
        for (Path file : pidFiles(home)) {
            String name = file.getFileName().toString().replaceFirst("\\.pid$", "");
            Optional<ProcessHandle> process = new PidFile(file).process();
            process.ifPresent(found -> orphans.put(name, found));
        }
        return orphans;
    }

    /** What a component is one of: a process of a cluster is called {@code kafka-2}, or {@code flink-jobmanager}. */
    private static String kind(String component) {
        return component.replaceFirst("-.*", "");
    }

    /** Stops what still runs and forgets what no longer does. */
    static void stop(Home home, Progress progress) throws IOException, InterruptedException {
        for (Map.Entry<String, ProcessHandle> orphan : of(home).entrySet()) {
            Instant begin = Instant.now();
            boolean isPostgres = orphan.getKey().equals(PostgresServer.NAME);
            Supervisor.stop(
                    orphan.getValue(),
                    isPostgres ? Component.StopSignal.INT : Component.StopSignal.TERM,
                    Component.STOP_GRACE);
            progress.done(
                    orphan.getKey(),
                    "stopped",
                    Duration.between(begin, Instant.now()),
                    "left over from an earlier run (pid %d)"
                            .formatted(orphan.getValue().pid()));
        }
        for (Path file : pidFiles(home)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Stops what measurements and other runs beside the chain left running because they were killed: each has a state folder of its own
     * among what is built. One that goes on is left alone.
     */
    static void stopBeside(Home home, Progress progress) throws IOException, InterruptedException {
        Path built = home.repository().resolve("target");
        if (!Files.isDirectory(built)) {
            return;
        }
        try (Stream<Path> folders = Files.list(built)) {
            for (Home beside : folders.sorted().map(home::withState).toList()) {
                if (!of(beside).isEmpty()) {
                    stopUnlessHeld(beside, progress);
                }
            }
        }
    }

    private static void stopUnlessHeld(Home home, Progress progress) throws IOException, InterruptedException {
        Optional<StateLock> lock = StateLock.tryTake(home);
        if (lock.isPresent()) {
            try {
                stop(home, progress);
            } finally {
                lock.get().close();
            }
        }
    }

    private static List<Path> pidFiles(Home home) throws IOException {
        Path folder = home.pidFile("any").getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(file -> file.toString().endsWith(".pid")).forEach(files::add);
        }
        return files;
    }
}
