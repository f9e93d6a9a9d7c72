package nl.mjpmonitor.ops.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every component. Exit code 0 only when all is well.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "For machines.")
    private boolean isJson;

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Optional<StackDescription> running = StackDescription.read(home.description());
        if (running.isEmpty()) {
            System.out.println(
                    isJson
                            ? "{\"isHealthy\":false,\"phase\":\"gone\",\"components\":[],\"freshness\":[],\"lags\":[]}"
                            : "MJP-monitor is not running; ops/run starts it.");
            return 1;
        }
        StatusReport report = new StatusQuery(home, running.get().portNumbers()).ask();
        System.out.println(
                isJson
                        ? JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(report)
                        : new StatusText(report).toString());
        return report.isHealthy() ? 0 : 1;
    }
}
