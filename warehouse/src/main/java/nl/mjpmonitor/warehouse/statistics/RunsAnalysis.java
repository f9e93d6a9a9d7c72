package nl.mjpmonitor.warehouse.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether a whole phase moves around its centre line as chance does: the longest run is not too long and the line is crossed often
 * enough (Anhøj and Olesen, PLOS ONE 9(11), 2014).
 *
 * <p>Unlike {@link RunRules} this says nothing about a point; it says that something shifted. As in the source, periods on the line and
 * periods that are missing or left out are skipped.
 *
 * @param usefulPoints points not on the centre line
 * @param longestRun most points in a row on the same side
 * @param longestRunLimit longest run that chance explains: log2(points) + 3, rounded
 * @param crossings times the series crosses the centre line
 * @param fewestCrossings fewest crossings that chance explains: 5 % quantile of the binomial of points - 1 and one half
 */
public record RunsAnalysis(int usefulPoints, int longestRun, int longestRunLimit, int crossings, int fewestCrossings) {

    /** Analyses one phase of a chart. A phase without points off the line gives no signal. */
    public static RunsAnalysis of(ControlChart chart, int phase) {
        var sides = chart.points().stream()
                .filter(point -> point.phase() == phase && point.isTested())
                .flatMap(point -> point.side().stream())
                .toList();
        if (sides.isEmpty()) {
            return new RunsAnalysis(0, 0, 0, 0, 0);
        }
        return new RunsAnalysis(
                sides.size(),
                longestRun(sides),
                (int) Math.round(Math.log(sides.size()) / Math.log(2) + 3),
                crossings(sides),
                BinomialDistribution.of(sides.size() - 1, 0.5).inverseCumulativeProbability(0.05));
    }

    /** Whether chance does not explain the pattern. */
    public boolean isUnusual() {
        return longestRun > longestRunLimit || crossings < fewestCrossings;
    }

    private static int longestRun(List<Direction> sides) {
        var longest = 1;
        var current = 1;
        for (var index = 1; index < sides.size(); index++) {
            current = sides.get(index) == sides.get(index - 1) ? current + 1 : 1;
            longest = Math.max(longest, current);
        }
        return longest;
    }

    private static int crossings(List<Direction> sides) {
        var crossings = 0;
        for (var index = 1; index < sides.size(); index++) {
            if (sides.get(index) != sides.get(index - 1)) {
                crossings++;
            }
        }
        return crossings;
    }
}
