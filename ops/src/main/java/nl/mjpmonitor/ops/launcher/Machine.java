package nl.mjpmonitor.ops.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a measurement was taken on; without it a figure says nothing.
 *
 * @param processor model name as the operating system gives it
 * @param memoryGigabytes of the machine
 * @param load processes that wanted a core in the minute before; above the number of cores the machine was busy with something else
 */
public record Machine(String processor, int cores, long memoryGigabytes, String system, String java, double load) {

    public static Machine current() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName(),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                Runtime.version().toString(),
                system.getSystemLoadAverage());
    }

    public String markdown() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d GB, %s, JDK %s; load before the measurement %.1f",
                processor,
                cores,
                memoryGigabytes,
                system,
                java,
                load);
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
