package nl.mjpmonitor.ops.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        description =
                "How fast the whole chain takes a table in and follows it, beside ClickHouse's own MaterializedPostgreSQL"
                        + " on the same table of the same PostgreSQL.")
final class ThroughputBench implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int MOST_BACKGROUND_ROWS = 10_000;

    @Option(names = "--rows", paramLabel = "N", description = "Registrations of the table (${DEFAULT-VALUE}).")
    private int rows = 1_000_000;

    @Option(names = "--backlog", paramLabel = "N", description = "Changes of the backlog (${DEFAULT-VALUE}).")
    private int backlog = 1_000_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long changes are followed while they are made (${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Changes a second beside which freshness is measured (${DEFAULT-VALUE}).")
    private int rate = 200;

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "Changes of which freshness is measured (${DEFAULT-VALUE}).")
    private int changes = 60;

    @Option(names = "--without-rival", description = "Measures the chain alone.")
    private boolean isAlone;

    /** One follower's results. */
    private static final class Column {
        private final String name;
        private final Map<String, FollowerBench.Rate> rates = new LinkedHashMap<>();
        private @Nullable Times readable;
        private @Nullable Times answered;

        Column(String name) {
            this.name = name;
        }
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        Home home = here.withState(here.repository().resolve("target").resolve("bench-state"));
        Progress progress = Progress.to(System.err);
        List<Column> columns = new ArrayList<>();
        try (Stack stack = Stack.open(home, Ports.free(), progress, true)) {
            stack.start();
            stack.stop("connect");
            try (RegistrationLoad load = RegistrationLoad.fill(stack, rows)) {
                stack.startAgain("connect");
                columns.add(ofChain(stack, load, progress));
                if (!isAlone) {
                    for (String component : List.of("dashboard", "flink", "connect", "clickhouse", "kafka")) {
                        stack.stop(component);
                    }
                    columns.add(ofRival(home, stack, load, progress, false));
                    columns.add(ofRival(home, stack, load, progress, true));
                }
            }
        }
        print(machine, columns);
        return 0;
    }

    private Column ofChain(Stack stack, RegistrationLoad load, Progress progress) throws Exception {
        try (Chain chain = new Chain(stack)) {
            Column column = new Column(chain.name());
            FollowerBench bench = new FollowerBench(chain, load, progress);
            // so that nothing else is under way while it takes the table in
            chain.awaitFilled(load);
            takeIn(bench, column);
            follow(bench, column);
            column.readable = freshness(stack, load, load.firstRow() + load.rows() - 1, chain::count, progress);
            column.answered = answered(stack, load, progress);
            column.rates.put("backlog", bench.backlog(backlog));
            bench.requireEqual();
            return column;
        }
    }

    private Column ofRival(Home home, Stack stack, RegistrationLoad load, Progress progress, boolean isHasty)
            throws Exception {
        Path data = home.state().resolve(isHasty ? "rival-hasty" : "rival");
        try (Rival rival = Rival.start(home, stack, data, isHasty)) {
            Column column = new Column(rival.name());
            FollowerBench bench = new FollowerBench(rival, load, progress);
            takeIn(bench, column);
            if (!isHasty) {
                follow(bench, column);
                column.rates.put("backlog", bench.backlog(backlog));
            }
            column.readable = freshness(stack, load, load.firstRow() + load.rows() - 1, rival::count, progress);
            bench.requireEqual();
            return column;
        }
    }

    private static void takeIn(FollowerBench bench, Column column) throws Exception {
        List<FollowerBench.Rate> found = bench.snapshot();
        column.rates.put("snapshot", found.getFirst());
        column.rates.put("snapshot, from its first rows on", found.getLast());
    }

    private void follow(FollowerBench bench, Column column) throws Exception {
        column.rates.put("sustained", bench.sustained(Duration.ofSeconds(seconds)));
    }

    /** A question that sees one registration. */
    @FunctionalInterface
    private interface Count {
        long of(long registration) throws Exception;
    }

    private Times freshness(Stack stack, RegistrationLoad load, long registration, Count count, Progress progress)
            throws Exception {
        return beside(stack, load, registration, () -> count.of(registration), "readable", progress);
    }

    private Times answered(Stack stack, RegistrationLoad load, Progress progress) throws Exception {
        try (Connection source = stack.source(RegistrationLoad.SYSTEM)) {
            return beside(stack, load, ApiQuestion.registration(source), new ApiQuestion(stack), "answered", progress);
        }
    }

    /** While others change other rows at the rate of the options. */
    private Times beside(
            Stack stack,
            RegistrationLoad load,
            long registration,
            FreshnessProbe.Question question,
            String what,
            Progress progress)
            throws Exception {
        int others = Math.min(MOST_BACKGROUND_ROWS, load.rows() - 1);
        try (Connection source = stack.source(RegistrationLoad.SYSTEM);
                BackgroundChanges background = BackgroundChanges.start(stack, load.firstRow(), others, rate)) {
            Times times = new FreshnessProbe(source, registration, question, POLL).measure(changes);
            progress.say("%s beside %.0f changes/s: %s".formatted(what, background.rate(), times.cells()));
            return times;
        }
    }

    private void print(Machine machine, List<Column> columns) {
        Column chain = columns.getFirst();
        System.out.printf(
                Locale.ROOT,
                "## How much, how fast%n%n`ops/bench throughput --rows %d --backlog %d` on %s.%n%n",
                rows,
                backlog,
                machine.markdown());
        System.out.println(
                "| | " + columns.stream().map(column -> column.name).collect(Collectors.joining(" | ")) + " |");
        System.out.println("|---|" + "---|".repeat(columns.size()));
        for (String what : chain.rates.keySet()) {
            System.out.println("| " + what + " | "
                    + columns.stream().map(column -> rate(column, chain, what)).collect(Collectors.joining(" | "))
                    + " |");
        }
        System.out.println("| commit to readable row, p50 / p95 | "
                + columns.stream().map(column -> times(column.readable)).collect(Collectors.joining(" | ")) + " |");
        System.out.printf("%ncommit to answer of the API: %s%n", times(chain.answered));
        System.out.printf(
                "%n| processor time for 100,000 | what | seconds by process | together |%n|---|---|---|---|%n");
        for (Column column : columns) {
            column.rates.forEach((what, rate) -> {
                if (!rate.processorTime().isEmpty()) {
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %s | %s | %.2f |%n",
                            column.name,
                            what,
                            byProcess(rate),
                            seconds(rate));
                }
            });
        }
    }

    private static String rate(Column column, Column chain, String what) {
        FollowerBench.Rate found = column.rates.get(what);
        FollowerBench.Rate own = chain.rates.get(what);
        if (found == null || own == null) {
            return "";
        }
        String ratio =
                column == chain ? "" : String.format(Locale.ROOT, " (%.1f times)", found.perSecond() / own.perSecond());
        return String.format(Locale.ROOT, "%,.0f/s%s", found.perSecond(), ratio);
    }

    private static String times(@Nullable Times measured) {
        return measured == null
                ? ""
                : String.format(Locale.ROOT, "%.0f / %.0f ms", measured.quantile(0.5), measured.quantile(0.95));
    }

    private static String byProcess(FollowerBench.Rate rate) {
        Set<String> processes = new LinkedHashSet<>(rate.processorTime().keySet());
        return processes.stream()
                .map(process -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        process,
                        rate.processorTime()
                                        .getOrDefault(process, Duration.ZERO)
                                        .toMillis()
                                / 1e3))
                .collect(Collectors.joining(", "));
    }

    private static double seconds(FollowerBench.Rate rate) {
        return rate.processorTime().values().stream()
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }
}
