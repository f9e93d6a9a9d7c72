package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.InterruptedIOException;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaException;

/**
 * The systems whose snapshot was begun and has not been seen to end, on disk. A snapshot that was interrupted cannot be trusted: the
 * connector takes it again, but its slot was made for the first attempt, and what was deleted between the two is in neither.
 *
 * <p>An entry says which processes took part, and who shared out the connectors when there are several workers: when one of them is another
 * by the time the snapshot ends, it was interrupted. A worker that has been started may join long after, and move connectors then.
 */
final class SnapshotLedger {

    private static final String FIRST = "first ";
    private static final String ANEW = "anew ";

    /** In the place of those who took part; nobody is called so. */
    private static final String BROKEN_OFF = "broken off";

    private final Home home;
    private final KafkaCluster kafka;
    private final ConnectGroup connect;

    SnapshotLedger(Home home, Parts parts) {
        this.home = home;
        this.kafka = parts.kafka();
        this.connect = parts.connect();
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

    /**
     * Writes down that the snapshot of a system was broken off, as a task that failed or is started again breaks it off although every
     * process goes on. Does nothing when no snapshot of it is unfinished.
     */
    void breakOff(String system) throws IOException {
        Optional<String> entry = entry(system);
        if (entry.isPresent()) {
            Secrets.writePrivately(file(system), (entry.get().startsWith(ANEW) ? ANEW : FIRST) + BROKEN_OFF);
        }
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

    /** @throws IOException when it cannot be told now */
    private String participants() throws IOException {
        Stream<String> processes = Stream.of(List.of(PostgresServer.NAME), kafka.names(), connect.names())
                .flatMap(List::stream)
                .map(this::process);
        Stream<String> members = connect.names().size() == 1 ? Stream.of() : members().stream();
        return Stream.concat(processes, members).collect(Collectors.joining(", "));
    }

    private String process(String name) {
        return new PidFile(home.pidFile(name))
                .process()
                .map(process -> name + " " + process.pid() + " "
                        + process.info().startInstant().map(Object::toString).orElse(""))
                .orElse(name + " gone");
    }

    /** The workers as Kafka knows them: each time that one joins it has another name. */
    private List<String> members() throws IOException {
        try (Admin admin = kafka.admin()) {
            return KafkaCluster.answer(admin.describeClassicGroups(List.of(ConnectGroup.GROUP))
                            .all())
                    .values()
                    .stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::consumerId)
                    .sorted()
                    .toList();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IOException("Kafka does not tell who shares out the connectors", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private Path folder() {
        return home.folder(ConnectGroup.NAME).resolve("snapshots");
    }

    private Path file(String system) {
        return folder().resolve(system);
    }
}
