package nl.mjpmonitor.ops.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nl.mjpmonitor.ops.sources.live.TimedPace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description =
                "Has the users of the demo source systems work in a running chain, until Ctrl-C. What they make is invented.")
final class LiveCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RATE",
            arity = "0..1",
            defaultValue = "30",
            description = "Changes a minute in all systems together; otherwise ${DEFAULT-VALUE}.")
    private int changesPerMinute;

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.read(home.description())
                .filter(description -> description.phase() == StackDescription.Phase.READY)
                .orElseThrow(() -> new LauncherException("MJP-monitor is not running; ops/run starts it."))
                .portNumbers();
        PostgresServer postgres = new Parts(home, ports, Secrets.in(home.secrets())).postgres();
        CountDownLatch stopped = new CountDownLatch(1);
        LiveFeed feed = LiveFeed.start(
                postgres::connect,
                changesPerMinute,
                new TimedPace(),
                change -> System.out.printf("%-16s %s%n", change.system(), change.action()));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            feed.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
        return 0;
    }
}
