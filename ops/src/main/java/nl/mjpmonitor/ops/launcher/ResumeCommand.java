package nl.mjpmonitor.ops.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description =
                "Lets a table go on that was paused because a column was gone or had another type. Mend its contract (and restart the"
                        + " stream) or its source first.")
final class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYSTEM.TABLE", arity = "1..*", description = "Tables to resume.")
    private List<String> tables = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.portsOfRunning(home);
        Secrets secrets = Secrets.in(home.secrets());
        Resume resume = new Resume(new Parts(home, ports, secrets), secrets);
        for (String table : tables) {
            String[] names = table.split("\\.", 2);
            if (names.length != 2) {
                throw new LauncherException("'%s' is no table; write SYSTEM.TABLE.".formatted(table));
            }
            System.out.printf("%s: %s%n", table, resume.of(names[0], names[1]).sentence());
        }
        return 0;
    }
}
