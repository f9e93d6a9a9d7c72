package nl.mjpmonitor.ops.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "resnapshot",
        mixinStandardHelpOptions = true,
        description =
                "Takes source systems in anew, after a restore or a failover: a new snapshot under a higher epoch, and rows that"
                        + " are gone from the source are deleted. The rest of the chain goes on meanwhile.")
final class ResnapshotCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYSTEM", arity = "1..*", description = "Systems to take in anew.")
    private List<String> systems = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.portsOfRunning(home);
        Parts parts = new Parts(home, ports, Secrets.in(home.secrets()));
        Resnapshot resnapshot = new Resnapshot(parts, new SnapshotLedger(home, parts), Progress.to(System.out));
        for (String system : systems) {
            System.out.printf("%s: %s%n", system, resnapshot.of(system).sentence());
        }
        return 0;
    }
}
