package nl.mjpmonitor.ingest.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which people drop the files of one table.
 *
 * <p>A file is taken up when its size and date have not changed for a while, so that one that is still being written is left
 * alone; so are hidden files and files whose name says that they are not finished. Files leave the folder for {@code accepted} or
 * {@code rejected} only; none is ever deleted or overwritten.
 */
final class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String ACCEPTED = "accepted";
    private static final String REJECTED = "rejected";
    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart");
    private static final int DIGITS_IN_NAME = 12;

    private final Path folder;
    private final Duration settling;
    private final long mostBytes;
    private final Clock clock;
    private final Map<Path, Look> looks = new HashMap<>();

    private record Look(long size, Instant modifiedAt, Instant since) {
        boolean isSame(Look other) {
            return size == other.size && modifiedAt.equals(other.modifiedAt);
        }
    }

    /**
     * A file that was dropped.
     *
     * @param path where it is
     * @param bytes what is in it; empty when it is too large to be read
     * @param digest SHA-256 of what is in it, in hexadecimal
     * @param modifiedAt its date
     * @param isTooLarge whether it was too large to be read
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Dropped(Path path, byte[] bytes, String digest, Instant modifiedAt, boolean isTooLarge) {
        String name() {
            return String.valueOf(path.getFileName());
        }
    }

    /**
     * A folder, made when it is not there.
     *
     * @param settling how long a file must stay the same before it is taken up
     * @param mostBytes size of the largest file that is read
     * @throws IOException when it cannot be made
     */
    DropFolder(Path folder, Duration settling, long mostBytes, Clock clock) throws IOException {
        this.folder = folder;
        this.settling = settling;
        this.mostBytes = mostBytes;
        this.clock = clock;
        Files.createDirectories(folder.resolve(ACCEPTED));
        Files.createDirectories(folder.resolve(REJECTED));
    }

    /** Files that have settled, the oldest first. */
    List<Path> settled() {
        List<Path> settled = new ArrayList<>();
        Map<Path, Look> seen = new HashMap<>();
        for (Path file : candidates()) {
            try {
                Look look = look(file);
                Look before = looks.get(file);
                Look since = before != null && before.isSame(look) ? before : look;
                seen.put(file, since);
                if (Duration.between(since.since, clock.instant()).compareTo(settling) >= 0) {
                    settled.add(file);
                }
            } catch (IOException unreadable) {
                LOG.warn("File {} cannot be looked at now: {}", file, unreadable.toString());
            }
        }
        looks.clear();
        looks.putAll(seen);
        settled.sort(Comparator.comparing(this::modifiedAt).thenComparing(Comparator.naturalOrder()));
        return settled;
    }

    private Instant modifiedAt(Path file) {
        Look look = looks.get(file);
        return look == null ? Instant.MAX : look.modifiedAt;
    }

    /** What is in a file that has settled; empty when it cannot be read now, or has changed after all. */
    Optional<Dropped> read(Path file) {
        Look settled = looks.get(file);
        try {
            return settled == null ? Optional.empty() : read(file, settled);
        } catch (IOException unreadable) {
            LOG.warn("File {} cannot be read now: {}", file, unreadable.toString());
            return Optional.empty();
        }
    }

    private List<Path> candidates() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(DropFolder::isFinished)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("Folder {} cannot be read now: {}", folder, unreadable.toString());
            return List.of();
        }
    }

    private static boolean isFinished(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~")
                && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    private Look look(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Look(attributes.size(), attributes.lastModifiedTime().toInstant(), clock.instant());
    }

    private Optional<Dropped> read(Path file, Look settled) throws IOException {
        boolean isTooLarge = settled.size > mostBytes;
        MessageDigest digest = sha256();
        byte[] bytes;
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            if (isTooLarge) {
                content.transferTo(OutputStream.nullOutputStream());
                bytes = new byte[0];
            } else {
                bytes = content.readAllBytes();
            }
        }
        if (!look(file).isSame(settled)) {
            return Optional.empty();
        }
        String hexadecimal = HexFormat.of().formatHex(digest.digest());
        return Optional.of(new Dropped(file, bytes, hexadecimal, settled.modifiedAt, isTooLarge));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", missing);
        }
    }

    /** Puts a file with the accepted ones. When that fails it stays, and is put there at a later look. */
    void accept(Dropped file) {
        move(file, ACCEPTED);
    }

    /** Puts a file with the rejected ones, with the reason in a text beside it. */
    void reject(Dropped file, String reason) {
        Path target = target(file, REJECTED);
        try {
            Files.writeString(
                    target.resolveSibling(target.getFileName() + ".reason.txt"),
                    file.name() + System.lineSeparator() + reason + System.lineSeparator());
            move(file, REJECTED);
        } catch (IOException unwritable) {
            LOG.warn("The reason why {} was rejected cannot be written: {}", file.path(), unwritable.toString());
        }
    }

    private void move(Dropped file, String where) {
        Path target = target(file, where);
        try {
            if (Files.exists(target)) {
                // the digest is in its name, so it is the same file
                Files.delete(file.path());
                return;
            }
            try {
                Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException otherDisk) {
                Files.move(file.path(), target);
            }
        } catch (IOException unmovable) {
            LOG.warn("File {} cannot be moved to {}: {}", file.path(), target, unmovable.toString());
        }
    }

    private Path target(Dropped file, String where) {
        return folder.resolve(where).resolve(file.digest().substring(0, DIGITS_IN_NAME) + "-" + file.name());
    }
}
