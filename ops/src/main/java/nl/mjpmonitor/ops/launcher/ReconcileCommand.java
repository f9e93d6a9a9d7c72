package nl.mjpmonitor.ops.launcher;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "Compares the sources with the warehouse at the same position, row by row, and mends what differs. Exit code 0 only"
                        + " when nothing differs that should not.")
final class ReconcileCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYSTEM[.TABLE]", arity = "0..*", description = "What to compare; without it everything.")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--no-heal", description = "Only look.")
    private boolean onlyLooks;

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.portsOfRunning(home);
        Secrets secrets = Secrets.in(home.secrets());
        boolean isEqual = true;
        try (Reconciler reconciler = new Reconciler(new Parts(home, ports, secrets), secrets, Clock.systemUTC())) {
            for (String subject : subjects.isEmpty() ? SourceSystems.names() : subjects) {
                String[] names = subject.split("\\.", 2);
                Optional<String> table = names.length == 2 ? Optional.of(names[1]) : Optional.empty();
                for (ReconciledRange range : reconciler.check(names[0], table, !onlyLooks)) {
                    isEqual &= range.state() != ReconciliationState.DRIFTED;
                    System.out.println(line(range));
                }
            }
        }
        return isEqual ? 0 : 1;
    }

    static String line(ReconciledRange range) {
        return "%-9s %s.%s %s: %d in the source, %d in the warehouse%s"
                .formatted(
                        range.state().word(),
                        range.sourceSystem(),
                        range.sourceTable(),
                        range.subject(),
                        range.sourceCount(),
                        range.warehouseCount(),
                        range.detail().isEmpty() ? "" : "; differs: " + range.detail());
    }
}
