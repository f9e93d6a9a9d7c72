package nl.mjpmonitor.warehouse.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A set of run rules, and where they fire on a control chart.
 *
 * <p>A pattern lies within one phase and holds no missing and no left-out period. A value on the centre line ends a run on one side;
 * two equal values end a trend.
 *
 * <p>The rules assume that half of the values lie above the centre line. Small counts don't: with one event in three months, seven
 * months without any are nothing special. So on c and u charts a run on one side also has to hold in the exact comparison of its
 * periods with the other baseline periods of its phase (two-sided p below 0.05).
 */
public final class RunRules {
    /** Western Electric Company, Statistical Quality Control Handbook, 1956: 1, 2 of 3, 4 of 5 and 8 in a row. */
    public static final RunRules WESTERN_ELECTRIC = new RunRules(
            new Window(RunRule.BEYOND_LIMIT, 1, 1, 3, false),
            new Window(RunRule.TWO_OF_THREE, 2, 3, 2, false),
            new Window(RunRule.FOUR_OF_FIVE, 4, 5, 1, false),
            new Window(RunRule.SHIFT, 8, 8, 0, false));

    /**
     * NHS England, Making Data Count: 1, 2 of 3 near a limit with all three on the same side, 7 on one side, 7 in a row up or down.
     */
    public static final RunRules NHS = new RunRules(
            new Window(RunRule.BEYOND_LIMIT, 1, 1, 3, false),
            new Window(RunRule.TWO_OF_THREE, 2, 3, 2, true),
            new Window(RunRule.SHIFT, 7, 7, 0, false),
            new Trend(7));

    private static final double CONFIRMED = 0.05;

    private final List<Pattern> patterns;

    private RunRules(Pattern... patterns) {
        this.patterns = List.of(patterns);
    }

    /**
     * All patterns on the chart, by the point at which they fired and then by rule. A run that goes on fires again at each further
     * point.
     */
    public List<RunFinding> findings(ControlChart chart) {
        return IntStream.range(0, chart.points().size())
                .boxed()
                .flatMap(last -> findingsAt(chart, last).stream())
                .toList();
    }

    /** The patterns that end at one point of the chart, by rule. */
    public List<RunFinding> findingsAt(ControlChart chart, int last) {
        var findings = new ArrayList<RunFinding>();
        for (var pattern : patterns) {
            window(chart, last, pattern.length())
                    .flatMap(points -> pattern.direction(points)
                            .map(direction -> new RunFinding(
                                    pattern.rule(), direction, points.get(0).index(), last)))
                    .filter(finding -> isConfirmed(chart, finding))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<List<ChartPoint>> window(ControlChart chart, int last, int length) {
        if (last + 1 < length) {
            return Optional.empty();
        }
        var points = chart.points().subList(last + 1 - length, last + 1);
        var phase = points.get(0).phase();
        return points.stream().allMatch(point -> point.phase() == phase && point.isTested())
                ? Optional.of(points)
                : Optional.empty();
    }

    private static boolean isConfirmed(ControlChart chart, RunFinding finding) {
        if (!dependsOnSymmetry(finding.rule()) || (chart.kind() != ChartKind.C && chart.kind() != ChartKind.U)) {
            return true;
        }
        var pattern = chart.points().subList(finding.first(), finding.last() + 1);
        var others = chart.baseline(pattern.get(0).phase())
                .filter(point -> !finding.covers(point.index()))
                .map(RunRules::count)
                .reduce(ExposedCount::plus);
        var together = pattern.stream().map(RunRules::count).reduce(ExposedCount::plus);
        return others.isPresent() && new PoissonComparison(others.get(), together.orElseThrow()).pValue() < CONFIRMED;
    }

    private static boolean dependsOnSymmetry(RunRule rule) {
        return switch (rule) {
            case TWO_OF_THREE, FOUR_OF_FIVE, SHIFT -> true;
            case BEYOND_LIMIT, TREND -> false;
        };
    }

    private static ExposedCount count(ChartPoint point) {
        return (ExposedCount) point.observation().reading();
    }

    private sealed interface Pattern {

        RunRule rule();

        int length();

        Optional<Direction> direction(List<ChartPoint> points);
    }

    /** Enough of the last points beyond so many sigmas on the same side; three sigmas are the limits themselves. */
    private record Window(RunRule rule, int needed, int length, double sigmas, boolean allOnOneSide)
            implements Pattern {

        @Override
        public Optional<Direction> direction(List<ChartPoint> points) {
            for (var direction : Direction.values()) {
                var beyond = points.stream()
                        .filter(point -> isBeyond(point, direction))
                        .count();
                if (beyond >= needed && (!allOnOneSide || isOnSide(points, direction))) {
                    return Optional.of(direction);
                }
            }
            return Optional.empty();
        }

        private boolean isBeyond(ChartPoint point, Direction direction) {
            return rule == RunRule.BEYOND_LIMIT
                    ? point.outside().filter(direction::equals).isPresent()
                    : point.deviation().orElseThrow() * direction.sign() > sigmas;
        }

        private static boolean isOnSide(List<ChartPoint> points, Direction direction) {
            return points.stream()
                    .allMatch(point -> point.side().filter(direction::equals).isPresent());
        }
    }

    private record Trend(int length) implements Pattern {

        @Override
        public RunRule rule() {
            return RunRule.TREND;
        }

        @Override
        public Optional<Direction> direction(List<ChartPoint> points) {
            for (var direction : Direction.values()) {
                if (IntStream.range(1, points.size()).allMatch(index -> rise(points, index) * direction.sign() > 0)) {
                    return Optional.of(direction);
                }
            }
            return Optional.empty();
        }

        private static double rise(List<ChartPoint> points, int index) {
            return points.get(index).value().orElseThrow()
                    - points.get(index - 1).value().orElseThrow();
        }
    }
}
