package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time that a process and its children spent on a processor since they began, those that have ended and were waited for included. The
 * Linux kernel tells it in hundredths of a second ({@code man 5 proc_pid_stat}); elsewhere it is what Java knows of each process.
 */
public final class ProcessorTime {

    private static final int MILLIS_A_TICK = 10;

    /** Of the numbers behind the name: time in the program and in the kernel, and both of children that have ended. */
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private ProcessorTime() {}

    /** Of a process with all its descendants; zero when it is gone. */
    public static Duration ofFamily(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessorTime::of)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration of(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
        try {
            return parsed(Files.readString(stat, StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return Duration.ZERO;
        }
    }

    /** The name of the program stands in brackets and may hold anything. */
    static Duration parsed(String stat) {
        String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        long ticks = TIMES.stream()
                .mapToLong(index -> Long.parseLong(numbers[index]))
                .sum();
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }
}
