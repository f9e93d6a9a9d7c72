package nl.mjpmonitor.ops.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Lists rejected events, or gives them another chance after their cause was mended.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Events to replay, as topic/partition/offset.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "Replay every event that nobody has dealt with.")
    private boolean isAll;

    @Option(names = "--dismiss", paramLabel = "ID", description = "Say that an event is not to be replayed.")
    private List<String> dismissed = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is dismissed.")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.portsOfRunning(home);
        Parts parts = new Parts(home, ports, Secrets.in(home.secrets()));
        try (Replay replay = new Replay(
                parts.kafka().bootstrap(), parts.clickHouse().address().open())) {
            if (!dismissed.isEmpty()) {
                dismiss(replay);
            } else if (isAll || !ids.isEmpty()) {
                replay(replay);
            } else {
                list(replay.open());
            }
        }
        return 0;
    }

    private void dismiss(Replay replay) {
        if (reason.isBlank()) {
            throw new LauncherException("Say why, with --reason: it is kept with the event.");
        }
        for (String id : dismissed) {
            replay.dismiss(Replay.position(id), reason);
        }
        System.out.printf("%d dismissed%n", dismissed.size());
    }

    private void replay(Replay replay) throws InterruptedException {
        List<EventPosition> positions = isAll
                ? replay.open().stream().map(RejectedEvent::position).toList().reversed()
                : ids.stream().map(Replay::position).toList();
        System.out.printf("%d replayed%n", replay.replay(positions));
    }

    /** The payload is not shown: it may hold what the contract would have kept out. */
    private static void list(List<RejectedEvent> events) {
        if (events.isEmpty()) {
            System.out.println("There are no rejected events waiting.");
            return;
        }
        for (RejectedEvent event : events) {
            System.out.printf(
                    "%s  %s  %s  %s%n", Replay.id(event.position()), event.knownAt(), event.reason(), event.detail());
        }
        System.out.printf("%d waiting; ops/replay ID… or --all replays them%n", events.size());
    }
}
