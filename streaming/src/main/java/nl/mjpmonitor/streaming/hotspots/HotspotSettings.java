package nl.mjpmonitor.streaming.hotspots;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when they contradict each other, see {@link #problems}
     */
    public HotspotSettings {
        List<String> problems = problems(leastReports, leastDays, windowDays, closeAfterDays, memoryDays);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** What makes no sense about settings, each with what to change; empty when they can be used. */
    public static List<String> problems(
            int leastReports, int leastDays, int windowDays, int closeAfterDays, int memoryDays) {
        List<String> problems = new ArrayList<>();
        if (leastReports < 2) {
            problems.add("--hotspot-reports must be at least 2: one report repeats nothing");
        }
        if (leastDays < 1 || leastDays > leastReports) {
            problems.add("--hotspot-days must be from 1 to --hotspot-reports: a report is of one day");
        }
        if (windowDays < leastDays) {
            problems.add("--hotspot-window-days must not be shorter than --hotspot-days");
        }
        if (closeAfterDays < 31) {
            problems.add("--hotspot-close-days must be at least 31: a hotspot opens once a month at most");
        }
        if (memoryDays < windowDays + closeAfterDays) {
            problems.add("--hotspot-memory-days must not be shorter than --hotspot-window-days and"
                    + " --hotspot-close-days together: what has not closed cannot be forgotten");
        }
        return List.copyOf(problems);
    }

    /** Days after a report until it can play no part any more. */
    int reachDays() {
        return windowDays + closeAfterDays;
    }
}
