package nl.mjpmonitor.ops.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        description = "From a commit in the source to the answer of the API, one change at a time.")
final class FreshnessBench implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(10);

    @Option(names = "--changes", paramLabel = "N", description = "Changes to measure (${DEFAULT-VALUE}).")
    private int changes = 100;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        Home home = here.withState(here.repository().resolve("target").resolve("bench-state"));
        try (Stack stack = Stack.open(home, Ports.free(), Progress.silent(), true)) {
            stack.start();
            System.out.printf(
                    Locale.ROOT,
                    "## From commit to answer%n%n`ops/bench freshness` on %s.%n%n| changes | p50 | p95 | max |%n|---|---|---|---|%n| %s |%n",
                    machine.markdown(),
                    measured(stack).cells());
        }
        return 0;
    }

    private Times measured(Stack stack) throws Exception {
        try (Connection source = source(stack)) {
            return new FreshnessProbe(source, ApiQuestion.registration(source), new ApiQuestion(stack), POLL)
                    .measure(changes);
        }
    }

    private static Connection source(Stack stack) throws SQLException {
        return stack.source("politiecijfers");
    }
}
