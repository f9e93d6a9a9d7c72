package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The systems whose snapshot was begun and has not been seen to end, on disk. A snapshot that was interrupted cannot be trusted: the
 * connector takes it again, but its slot was made for the first attempt, and what was deleted between the two is in neither.
 *
 * <p>An entry says which processes took part: when one of them is another by the time the snapshot ends, it was interrupted.
 */
final class SnapshotLedger {

    private static final String FIRST = "first ";
    private static final String ANEW = "anew ";
    private static final List<String> TAKING_PART = List.of(PostgresServer.NAME, ConnectWorker.NAME);

    private final Home home;

    SnapshotLedger(Home home) {
        this.home = home;
    }

    /** Writes down that the first snapshot of a system is about to begin, by the processes that run now. */
    void beginFirst(String system) throws IOException {
        begin(system, FIRST);
    }

    /** Writes down that a system is being taken in anew, by the processes that run now; the snapshot is not all there is to that. */
    void beginAnew(String system) throws IOException {
        begin(system, ANEW);
    }

    private void begin(String system, String kind) throws IOException {
        Files.createDirectories(folder());
        Secrets.writePrivately(file(system), kind + participants());
    }

    /** Forgets a system whose snapshot is complete. */
    void end(String system) throws IOException {
        Files.deleteIfExists(file(system));
    }

    /** Systems with an entry. */
    List<String> unfinished() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("."))
                    .sorted()
                    .toList();
        }
    }

    /** Whether the processes that began the snapshot are still the ones that run. */
    boolean isUninterrupted(String system) throws IOException {
        String now = participants();
        return entry(system)
                .filter(began -> began.equals(FIRST + now) || began.equals(ANEW + now))
                .isPresent();
    }

    /** Whether what was begun is more than a first snapshot. */
    boolean isAnew(String system) throws IOException {
        return entry(system).filter(began -> began.startsWith(ANEW)).isPresent();
    }

    private Optional<String> entry(String system) throws IOException {
        try {
            return Optional.of(Files.readString(file(system), StandardCharsets.UTF_8));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }

    /** Whether somebody is taking a system in anew at this moment, in this process or another. */
    boolean isBeingTakenIn(String system) throws IOException {
        if (!Files.exists(lock(system))) {
            return false;
        }
        try (FileChannel file = FileChannel.open(lock(system), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Held while a system's snapshot is taken anew, so that no two do it at once. */
    Path lock(String system) throws IOException {
        Files.createDirectories(folder());
        return folder().resolve(system + ".lock");
    }

    private String participants() {
        return TAKING_PART.stream()
                .map(name -> new PidFile(home.pidFile(name))
                        .process()
                        .map(process -> name + " " + process.pid() + " "
                                + process.info()
                                        .startInstant()
                                        .map(Object::toString)
                                        .orElse(""))
                        .orElse(name + " gone"))
                .collect(Collectors.joining(", "));
    }

    private Path folder() {
        return home.folder(ConnectWorker.NAME).resolve("snapshots");
    }

    private Path file(String system) {
        return folder().resolve(system);
    }
}
