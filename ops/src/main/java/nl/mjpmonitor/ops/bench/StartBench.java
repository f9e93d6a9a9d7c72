package nl.mjpmonitor.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "From built artifacts to figures on screen: time of each step, and memory once they are there.")
final class StartBench implements Callable<Integer> {

    @Option(names = "--settle", paramLabel = "SECONDS", description = "Wait before memory is read (${DEFAULT-VALUE}).")
    private int settleSeconds = 30;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        Home home = here.withState(here.repository().resolve("target").resolve("bench-state"));
        System.out.printf("## From built artifacts to figures%n%n`ops/bench start` on %s.%n%n", machine.markdown());
        measure(home, "first start", true);
        measure(home, "start on existing state", false);
        return 0;
    }

    private void measure(Home home, String what, boolean isFresh) throws Exception {
        Instant begin = Instant.now();
        try (Stack stack = Stack.open(home, Ports.free(), Progress.silent(), isFresh)) {
            Map<String, Duration> steps = stack.start();
            Duration total = Duration.between(begin, Instant.now());
            Thread.sleep(Duration.ofSeconds(settleSeconds));
            System.out.printf("### %s: %s%n%n| step | time |%n|---|---|%n", what, seconds(total));
            steps.forEach((step, time) -> System.out.printf("| %s | %s |%n", step, seconds(time)));
            Map<String, Long> memory = stack.memoryBytes();
            System.out.printf("%n| resident memory | MB |%n|---|---|%n");
            memory.forEach((name, bytes) -> System.out.printf("| %s | %d |%n", name, megabytes(bytes)));
            System.out.printf(
                    "| together | %d |%n%n",
                    megabytes(
                            memory.values().stream().mapToLong(Long::longValue).sum()));
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / 1024.0 / 1024.0);
    }
}
