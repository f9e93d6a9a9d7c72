package nl.mjpmonitor.ops.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Runs everything once, so that its programs start several times quicker from then on; ops/build does it.")
final class RecordCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        new Recording(Home.discover(System.getenv()), Progress.to(System.out))
                .run()
                .forEach((file, time) -> System.out.printf("%s made in %s%n", file, Progress.seconds(time)));
        return 0;
    }
}
