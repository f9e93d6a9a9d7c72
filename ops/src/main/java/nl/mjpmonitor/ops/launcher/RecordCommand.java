package nl.mjpmonitor.ops.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Runs the dashboard once, so that it starts several times quicker from then on; ops/build does it.")
final class RecordCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Path classes = new DashboardRecording(Home.discover(System.getenv())).run();
        System.out.printf("recorded in %s%n", classes);
        return 0;
    }
}
