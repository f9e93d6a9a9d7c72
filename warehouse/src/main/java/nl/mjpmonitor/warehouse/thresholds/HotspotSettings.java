package nl.mjpmonitor.warehouse.thresholds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When repeated nuisance at one location makes it a potential hotspot.
 *
 * @param leastReports live reports in the window that it takes at least
 * @param leastDays different days that those reports are of at least
 * @param windowDays length of the window in days; a day is looked at together with the days before it
 * @param closeAfterDays days after which a potential hotspot that cooled, and stayed so, closes
 * @param memoryDays days after the last report of an episode after which it is forgotten: what comes then opens anew
 */
public record HotspotSettings(int leastReports, int leastDays, int windowDays, int closeAfterDays, int memoryDays)
        implements Serializable {

    /** Five reports on three days within four weeks; closed after eight quiet weeks; remembered for five years. */
    public static final HotspotSettings DEFAULT = new HotspotSettings(5, 3, 28, 56, 1_826);

    /** One report repeats nothing. */
    public static final int FEWEST_REPORTS = 2;

    /** A hotspot opens once a month at most. */
    public static final int SHORTEST_CLOSE = 31;

    /** The longest any of them can be: ten years. */
    public static final int LONGEST = 3_650;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when they contradict each other, see {@link #problems}
     */
    public HotspotSettings {
        List<ThresholdProblem> problems = problems(leastReports, leastDays, windowDays, closeAfterDays, memoryDays);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().map(ThresholdProblem::sentence).collect(Collectors.joining("; ")));
        }
    }

    /** What makes no sense about settings; empty when they can be used. */
    public static List<ThresholdProblem> problems(
            int leastReports, int leastDays, int windowDays, int closeAfterDays, int memoryDays) {
        List<ThresholdProblem> problems = new ArrayList<>();
        if (leastReports < FEWEST_REPORTS) {
            problems.add(ThresholdProblem.REPEATS_NOTHING);
        }
        if (leastDays < 1 || leastDays > leastReports) {
            problems.add(ThresholdProblem.MORE_DAYS_THAN_REPORTS);
        }
        if (windowDays < leastDays) {
            problems.add(ThresholdProblem.MORE_DAYS_THAN_WINDOW);
        }
        if (closeAfterDays < SHORTEST_CLOSE) {
            problems.add(ThresholdProblem.CLOSES_WITHIN_A_MONTH);
        }
        if (memoryDays < windowDays + closeAfterDays) {
            problems.add(ThresholdProblem.FORGOTTEN_BEFORE_CLOSED);
        }
        return List.copyOf(problems);
    }

    /** Days after a report until it can play no part any more. */
    public int reachDays() {
        return windowDays + closeAfterDays;
    }
}
