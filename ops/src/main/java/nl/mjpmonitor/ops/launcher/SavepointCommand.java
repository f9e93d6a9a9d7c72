package nl.mjpmonitor.ops.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "savepoint",
        mixinStandardHelpOptions = true,
        description =
                "Saves all that the stream knows, while it goes on, and says where: ops/run --restore begins from there.")
final class SavepointCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.read(home.description())
                .orElseThrow(() -> new LauncherException("MJP-monitor is not running; ops/run starts it."))
                .portNumbers();
        System.out.println(new Savepoint(new Parts(home, ports, Secrets.in(home.secrets())).flink()).take());
        return 0;
    }
}
