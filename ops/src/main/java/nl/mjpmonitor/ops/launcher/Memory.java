package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Resident memory of a process with its children, in bytes. Where the kernel tells it (Linux), pages that processes share are
 * divided among them, so that adding processes up counts every page once; elsewhere they count for each.
 */
final class Memory {

    private Memory() {}

    static OptionalLong ofFamily(ProcessHandle process) {
        List<OptionalLong> parts = Stream.concat(Stream.of(process), process.descendants())
                .map(member -> of(member.pid()))
                .filter(OptionalLong::isPresent)
                .toList();
        return parts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        parts.stream().mapToLong(OptionalLong::getAsLong).sum());
    }

    /** Of one process without its children. */
    static OptionalLong of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return fromPs(pid);
        }
        OptionalLong shared = kilobytes(process.resolve("smaps_rollup"), "Pss:");
        return shared.isPresent() ? shared : kilobytes(process.resolve("status"), "VmRSS:");
    }

    private static OptionalLong kilobytes(Path file, String label) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(number -> Long.parseLong(number) * 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(answer) * 1024);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
