package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that a launcher works on a state folder. The operating system lets go of it when the launcher dies, however it dies. */
final class StateLock {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LauncherException when another launcher works on this state */
    static StateLock take(Home home) throws IOException {
        Optional<StateLock> lock = tryTake(home);
        if (lock.isEmpty()) {
            String where = StackDescription.read(home.description())
                    .map(running -> " (pid %d, %s)"
                            .formatted(
                                    running.launcher(),
                                    "http://" + running.portNumbers().address(PortName.DASHBOARD)))
                    .orElse("");
            throw new LauncherException(
                    "MJP-monitor is already running%s: ops/status shows it, ops/stop stops it.".formatted(where));
        }
        return lock.get();
    }

    static Optional<StateLock> tryTake(Home home) throws IOException {
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new StateLock(channel));
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
