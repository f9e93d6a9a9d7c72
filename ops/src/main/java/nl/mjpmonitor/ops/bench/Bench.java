package nl.mjpmonitor.ops.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements as commands. Each prints Markdown, to be put into {@code docs/benchmarks.md}. */
@Command(
        name = "ops/bench",
        description = "Measures MJP-monitor on this machine.",
        subcommands = {
            StartBench.class,
            FreshnessBench.class,
            CatalogueBench.class,
            ThroughputBench.class,
            DashboardBench.class,
            ExportsBench.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
