package nl.mjpmonitor.ops.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.Difference;

/**
 * What came of a run.
 *
 * @param kills each component that was killed, in order
 * @param differences what differed between sources and warehouse in the end
 * @param work what the sources were made to do meanwhile
 * @param time from the first change to the last comparison
 */
public record ChaosReport(List<Kill> kills, List<Difference> differences, WorkDone work, Duration time) {

    private static final String TOGETHER = "two at once";

    /** Keeps copies. */
    public ChaosReport {
        kills = List.copyOf(kills);
        differences = List.copyOf(differences);
    }

    /** Whether every component came back and nothing was lost or double. */
    public boolean isPassed() {
        return differences.isEmpty()
                && kills.stream().allMatch(kill -> kill.recovery().isPresent());
    }

    /** Rows that are lost or stale, and counts that are too low. */
    public long lost() {
        return differences.stream()
                .filter(difference -> difference.kind() != Difference.Kind.DOUBLE)
                .mapToLong(Difference::rows)
                .sum();
    }

    /** Rows that are double or should be gone, and counts that are too high. */
    public long doubled() {
        return differences.stream()
                .filter(difference -> difference.kind() == Difference.Kind.DOUBLE)
                .mapToLong(Difference::rows)
                .sum();
    }

    /** The report as it stands in {@code docs/benchmarks.md}. */
    String markdown(String how) {
        Map<String, List<Kill>> byKind = kills.stream()
                .collect(Collectors.groupingBy(
                        kill -> kill.isAlone() ? kill.component() : TOGETHER, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("## Kills under load");
        lines.add("");
        lines.add(how);
        lines.add("");
        lines.add("| killed | times | recovered | p50 | p95 | longest |");
        lines.add("|---|---|---|---|---|---|");
        byKind.forEach((kind, ofKind) -> lines.add(line(kind, ofKind)));
        lines.add(line("all", kills));
        lines.add("");
        lines.add(
                "%d transactions (%d of them long, %d changes of a key, %d deletes) in %d tables of %d systems within %s; rows lost: %d, rows double: %d."
                        .formatted(
                                work.transactions(),
                                work.longTransactions(),
                                work.keyChanges(),
                                work.deletes(),
                                work.tables(),
                                work.systems(),
                                minutes(time),
                                lost(),
                                doubled()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String kind, List<Kill> kills) {
        List<Duration> recoveries = kills.stream()
                .map(Kill::recovery)
                .flatMap(Optional::stream)
                .sorted(Comparator.naturalOrder())
                .toList();
        return "| %s | %d | %d | %s | %s | %s |"
                .formatted(
                        kind,
                        kills.size(),
                        recoveries.size(),
                        quantile(recoveries, 0.5),
                        quantile(recoveries, 0.95),
                        quantile(recoveries, 1));
    }

    /** The smallest recovery that so large a part of all did not exceed. */
    static String quantile(List<Duration> sorted, double part) {
        if (sorted.isEmpty()) {
            return "-";
        }
        int rank = Math.max(1, (int) Math.ceil(part * sorted.size()));
        return String.format(Locale.ROOT, "%.1f s", sorted.get(rank - 1).toMillis() / 1000.0);
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%.1f minutes", time.toMillis() / 60_000.0);
    }
}
