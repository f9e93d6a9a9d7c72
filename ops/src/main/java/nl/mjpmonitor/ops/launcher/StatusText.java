package nl.mjpmonitor.ops.launcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mjpmonitor.ops.launcher.StatusReport.ComponentStatus;
import nl.mjpmonitor.ops.launcher.StatusReport.StageLag;
import nl.mjpmonitor.ops.launcher.StatusReport.SystemFreshness;

/** A status for people: what runs, how far each source is behind, and what waits where. */
final class StatusText {

    private static final String NOTHING = "-";
    private static final int KILO = 1024;

    /** A measurement that is older is marked with its age. */
    private static final double OUTDATED_SECONDS = 60;

    private final StatusReport report;

    StatusText(StatusReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(List.of(components(), summary()));
        if (!systems().isEmpty()) {
            parts.add(way());
        }
        return String.join(System.lineSeparator() + System.lineSeparator(), parts);
    }

    private String components() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("component", "state", "address", "metrics", "pid", "memory", "remark"));
        for (ComponentStatus component : report.components()) {
            boolean runs = component.pid() != 0;
            rows.add(List.of(
                    component.name(),
                    component.state(),
                    component.address(),
                    component.metrics().isEmpty()
                            ? NOTHING
                            : ":" + URI.create(component.metrics()).getPort(),
                    runs ? Long.toString(component.pid()) : NOTHING,
                    runs ? bytes(component.memoryBytes()) : NOTHING,
                    remark(component)));
        }
        return table(rows);
    }

    private static String remark(ComponentStatus component) {
        return component.detail().isEmpty()
                ? component.lag().entrySet().stream()
                        .filter(lag -> lag.getValue() > 0)
                        .map(lag -> lag.getKey().equals("bytes")
                                ? bytes(lag.getValue()) + " of log unread"
                                : "%d %s waiting".formatted(lag.getValue(), lag.getKey()))
                        .collect(Collectors.joining(", "))
                : component.detail();
    }

    private String summary() {
        if (report.launcher() != 0) {
            return "%s: launcher pid %d, metrics at %s, memory together %s"
                    .formatted(report.phase(), report.launcher(), report.metrics(), bytes(report.memoryBytes()));
        }
        return report.components().stream().anyMatch(component -> component.pid() != 0)
                ? "The launcher was killed and left these running; ops/run goes on from there, ops/stop stops them."
                : "The launcher was killed; ops/run goes on from where it was.";
    }

    private Set<String> systems() {
        Set<String> systems = new LinkedHashSet<>();
        report.freshness().forEach(system -> systems.add(system.system()));
        report.lags().forEach(lag -> systems.add(lag.system()));
        return systems;
    }

    /** Of each system how old its figures are, and what waits longest at each stage. */
    private String way() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "source",
                "figures behind",
                "to Kafka",
                "to stream",
                "to ClickHouse",
                "to screen",
                "log kept by source"));
        for (String system : systems()) {
            rows.add(List.of(
                    system,
                    report.freshness().stream()
                            .filter(each -> each.system().equals(system))
                            .map(SystemFreshness::secondsBehind)
                            .map(StatusText::seconds)
                            .findFirst()
                            .orElse("unknown"),
                    stage(system, "connect"),
                    stage(system, "stream"),
                    stage(system, "store"),
                    stage(system, "screen"),
                    lag(system, "kept").map(lag -> bytes(lag.amount())).orElse(NOTHING)));
        }
        return table(rows);
    }

    private String stage(String system, String stage) {
        boolean isMeasured = report.lags().stream().anyMatch(lag -> lag.system().equals(system));
        // open data come without a slot and without tables of their own
        return lag(system, stage).map(StatusText::words).orElse(isMeasured ? "n/a" : "unknown");
    }

    private Optional<StageLag> lag(String system, String stage) {
        return report.lags().stream()
                .filter(lag -> lag.system().equals(system) && lag.stage().equals(stage))
                .findFirst();
    }

    private static String words(StageLag lag) {
        String waits = waits(lag);
        return lag.secondsAgo() < OUTDATED_SECONDS ? waits : "%s (%s ago)".formatted(waits, seconds(lag.secondsAgo()));
    }

    private static String waits(StageLag lag) {
        if (lag.amount() == 0) {
            return NOTHING;
        }
        String amount = lag.unit().equals("bytes") ? bytes(lag.amount()) : "%d %s".formatted(lag.amount(), lag.unit());
        return lag.table().isEmpty()
                ? "%s, %s".formatted(seconds(lag.secondsWaiting()), amount)
                : "%s, %s of %s".formatted(seconds(lag.secondsWaiting()), amount, lag.table());
    }

    /** Columns as wide as their widest cell, two spaces apart. */
    private static String table(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> ("%-" + Math.max(1, widths[column]) + "s").formatted(row.get(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < (long) KILO * KILO
                ? Math.round(bytes / (double) KILO) + " kB"
                : Math.round(bytes / (double) KILO / KILO) + " MB";
    }
}
