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
        Ports ports = StackDescription.portsOfRunning(home);
        System.out.println(new Savepoint(new Parts(home, ports, Secrets.in(home.secrets())).flink()).take());
        return 0;
    }
}
