package nl.mjpmonitor.ops.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Shape;
import nl.mjpmonitor.ops.launcher.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The chaos test as a command. It starts a chain of its own, on free ports and with a state folder of its own. */
@Command(
        name = "ops/chaos",
        mixinStandardHelpOptions = true,
        description = "Kills random components under load and compares every row and every count with the sources."
                + " Exit code 0 only when nothing was lost or double and every component came back.")
public final class Chaos implements Callable<Integer> {

    private static final int SHOWN_DIFFERENCES = 50;

    @Option(names = "--kills", paramLabel = "N", description = "How many processes are killed (${DEFAULT-VALUE}).")
    private int kills = 12;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Chooses components and moments; a random one by default.")
    private long seed = new Random().nextInt(1_000_000);

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Kills these components only.")
    private List<String> only = List.of();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Kills nothing more after so many minutes, and compares (${DEFAULT-VALUE}).")
    private int minutes = 120;

    @Option(names = "--cluster", description = "Kills processes of a cluster, as ops/run --cluster starts it.")
    private boolean isCluster;

    private Chaos() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Chaos()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        Home home = here.withState(here.repository().resolve("target").resolve("chaos-state"));
        Progress progress = Progress.to(System.out);
        try (Stack stack = Stack.open(home, Ports.free(), progress, isCluster ? Shape.CLUSTER : Shape.SINGLE, true)) {
            // also when somebody has had enough of it: what it started must not stay behind
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
            stack.start();
            progress.say("%d kills, seed %d".formatted(kills, seed));
            ChaosReport report = new ChaosRun(stack, progress, seed, only).run(kills, Duration.ofMinutes(minutes));
            System.out.println(report.markdown("`ops/chaos%s --kills %d --seed %d` on %s."
                    .formatted(isCluster ? " --cluster" : "", kills, seed, machine.markdown())));
            report.differences().stream().limit(SHOWN_DIFFERENCES).forEach(System.out::println);
            return report.isPassed() ? 0 : 1;
        }
    }
}
