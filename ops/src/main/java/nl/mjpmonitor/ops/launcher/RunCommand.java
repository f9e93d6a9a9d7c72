package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run", mixinStandardHelpOptions = true, description = "Starts the whole chain and keeps it running.")
final class RunCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "Throw away everything that earlier runs left, and start over.")
    private boolean isFresh;

    @Option(
            names = "--cluster",
            description =
                    "Three Kafka brokers, two Connect workers, a Flink JobManager and two TaskManagers on this machine.")
    private boolean isCluster;

    @Option(
            names = "--restore",
            paramLabel = "FROM",
            defaultValue = FlinkJob.NEWEST,
            description =
                    "Where the stream begins: newest, its newest checkpoint; none, the beginning of the topics; or the folder of a"
                            + " savepoint that ops/savepoint made. The figures end up the same.")
    private String restore = FlinkJob.NEWEST;

    @Option(
            names = "--port",
            paramLabel = "NAME=NUMBER",
            description =
                    "Listen elsewhere: postgres, kafka, kafka-controller, connect, flink, clickhouse, dashboard, and the"
                            + " ports of metrics such as kafka-metrics."
                            + " The environment can say so too, as MJP_PORT_DASHBOARD=9090.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--live",
            paramLabel = "RATE",
            arity = "0..1",
            fallbackValue = "30",
            description =
                    "Once the figures have arrived, have the users of the demo source systems make this many changes a"
                            + " minute; ${FALLBACK-VALUE} without a number. What they make is invented.")
    private @Nullable Integer changesPerMinute;

    @Option(
            names = "--until-figures",
            description = "Stop again as soon as the figures have arrived; for measurements.",
            hidden = true)
    private boolean untilFigures;

    @Override
    public Integer call() throws Exception {
        Instant begin = Instant.now();
        if (changesPerMinute != null) {
            LiveFeed.requireRate(changesPerMinute);
        }
        Home home = Home.discover(System.getenv());
        Progress progress = Progress.to(System.out);
        Stack stack = Stack.open(
                home, Ports.of(System.getenv(), ports), progress, isCluster ? Shape.CLUSTER : Shape.SINGLE, isFresh);
        stack.beginStreamFrom(restore);
        progress.say("MJP-monitor starts; its state is in %s".formatted(home.state()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, progress, stopped), "stop"));
        try {
            stack.start();
        } catch (LauncherException e) {
            progress.say("");
            progress.say("MJP-monitor could not be started.");
            throw e;
        } catch (InterruptedException e) {
            // a signal arrived while starting; the hook is stopping what was started
            stopped.await();
            return 1;
        }
        tell(stack, progress, Duration.between(begin, Instant.now()));
        if (changesPerMinute != null) {
            stack.startLive(changesPerMinute);
            progress.say("The demo source systems change %d times a minute.".formatted(changesPerMinute));
        }
        if (!untilFigures) {
            stopped.await();
        }
        return 0;
    }

    private static void tell(Stack stack, Progress progress, Duration time) {
        progress.say("");
        progress.say("The figures have arrived, after %s.".formatted(Progress.seconds(time)));
        progress.say("");
        progress.say("  Dashboard  " + stack.dashboardAddress());
        progress.say("");
        progress.say("  %-17s %-20s %s".formatted("Account", "Password", "API token"));
        for (DemoAccount account : stack.accounts()) {
            progress.say("  %-17s %-20s %s".formatted(account.name(), account.password(), account.token()));
        }
        progress.say("");
        progress.say("Passwords and tokens are shown once; every start makes new ones.");
        progress.say("ops/status shows how it is. Ctrl-C or ops/stop stops everything.");
    }

    private static void stop(Stack stack, Progress progress, CountDownLatch stopped) {
        progress.say("");
        progress.say("Stopping");
        stack.close();
        progress.say("Stopped; ops/run goes on from here.");
        stopped.countDown();
    }
}
