package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process across launchers. A pid alone is not enough, because the operating system gives numbers out again: the
 * process must also have been started at the moment written down and still run the same program.
 */
final class PidFile {

    /** The boot time that start moments are derived from is rounded to seconds and moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    /** @param program last part of the path of the program that the process ends up running */
    void write(ProcessHandle process, String program) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        Files.write(
                draft,
                List.of(Long.toString(process.pid()), Long.toString(started.toEpochMilli()), program),
                StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The process, when it is still the one that was written down. */
    Optional<ProcessHandle> process() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            Instant started = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isSame(process, started, lines.get(2)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isSame(ProcessHandle process, Instant started, String program) {
        boolean sameStart = process.info()
                .startInstant()
                .map(start -> Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
        boolean sameProgram = process.info()
                .command()
                .map(command -> Path.of(command).endsWith(program))
                .orElse(true);
        return sameStart && sameProgram;
    }
}
