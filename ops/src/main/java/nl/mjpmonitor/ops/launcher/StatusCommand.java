package nl.mjpmonitor.ops.launcher;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.StatusReport.ComponentStatus;
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
                            ? "{\"isHealthy\":false,\"phase\":\"gone\",\"components\":[],\"freshness\":[]}"
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
                        : text(report));
        return report.isHealthy() ? 0 : 1;
    }

    static String text(StatusReport report) {
        StringBuilder text = new StringBuilder(
                "%-12s %-9s %-17s %8s %9s  %s%n".formatted("component", "state", "address", "pid", "memory", "lag"));
        for (ComponentStatus component : report.components()) {
            text.append("%-12s %-9s %-17s %8s %9s  %s"
                            .formatted(
                                    component.name(),
                                    component.state(),
                                    component.address(),
                                    component.pid() == 0 ? "-" : Long.toString(component.pid()),
                                    component.pid() == 0 ? "-" : megabytes(component.memoryBytes()),
                                    remark(component))
                            .stripTrailing())
                    .append(System.lineSeparator());
        }
        text.append(System.lineSeparator()).append(summary(report));
        report.freshness()
                .forEach(system -> text.append(System.lineSeparator())
                        .append("%s: figures are %.1f s behind the source"
                                .formatted(system.system(), system.secondsBehind())));
        return text.toString();
    }

    private static String summary(StatusReport report) {
        boolean isAnythingLeft = report.components().stream().anyMatch(component -> component.pid() != 0);
        if (report.launcher() != 0) {
            return "%s (launcher pid %d), memory together %s"
                    .formatted(report.phase(), report.launcher(), megabytes(report.memoryBytes()));
        }
        return isAnythingLeft
                ? "The launcher was killed and left these running; ops/run goes on from there, ops/stop stops them."
                : "The launcher was killed; ops/run goes on from where it was.";
    }

    private static String remark(ComponentStatus component) {
        if (!component.detail().isEmpty()) {
            return component.detail();
        }
        return component.lag().entrySet().stream()
                .map(lag -> "%d %s".formatted(lag.getValue(), lag.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", Math.round(bytes / 1024.0 / 1024.0));
    }
}
