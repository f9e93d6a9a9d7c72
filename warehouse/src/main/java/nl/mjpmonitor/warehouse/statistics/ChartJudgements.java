package nl.mjpmonitor.warehouse.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Judges one point of a control chart. */
final class ChartJudgements {

    /** With fewer other periods behind the limits there is no judgement. */
    static final int FEWEST_IN_BASELINE = 12;

    private static final List<RunRule> MOST_TELLING_FIRST =
            List.of(RunRule.BEYOND_LIMIT, RunRule.SHIFT, RunRule.TREND, RunRule.TWO_OF_THREE);

    /** So that a limit of 2 that went through a division is still 2. */
    private static final double ROUNDING = 1e-9;

    private final ControlChart chart;
    private final ChartPoint point;
    private final Cadence cadence;

    private ChartJudgements(ControlChart chart, ChartPoint point, Cadence cadence) {
        this.chart = chart;
        this.point = point;
        this.cadence = cadence;
    }

    static Judgement at(ControlChart chart, int index, Cadence cadence) {
        var point = chart.points().get(index);
        if (!point.observation().isKnown()) {
            return new WithheldJudgement(WithheldJudgement.Reason.UNKNOWN);
        }
        if (!point.observation().isTested()) {
            return new WithheldJudgement(WithheldJudgement.Reason.LEFT_OUT);
        }
        var others = (int) chart.baseline(point.phase())
                .filter(other -> other.index() != index)
                .count();
        var isGrounded = chart.kind() == ChartKind.AGREED || others >= FEWEST_IN_BASELINE;
        return point.limits().isPresent() && isGrounded
                ? new ChartJudgements(chart, point, cadence).judgement()
                : new TooFewJudgement(others, FEWEST_IN_BASELINE);
    }

    private Judgement judgement() {
        return RunRules.NHS.findingsAt(chart, point.index()).stream()
                .min(Comparator.comparingInt(finding -> MOST_TELLING_FIRST.indexOf(finding.rule())))
                .filter(finding -> finding.rule() != RunRule.BEYOND_LIMIT)
                .<Judgement>map(this::run)
                .orElseGet(this::range);
    }

    private Judgement range() {
        var limits = point.limits().orElseThrow();
        var value = point.value().orElseThrow();
        if (!(point.observation().reading() instanceof ExposedCount observed)) {
            return new RangeJudgement(value, limits.lower(), limits.upper(), false);
        }
        var lowest = Math.ceil(limits.lower() * unit() - ROUNDING);
        var highest = Math.floor(limits.upper() * unit() + ROUNDING);
        return lowest <= highest
                ? new RangeJudgement((double) observed.count(), lowest, highest, true)
                : new RangeJudgement(value, limits.lower(), limits.upper(), false);
    }

    private Judgement run(RunFinding finding) {
        return new RunJudgement(
                finding.rule(),
                finding.direction(),
                length(finding),
                point.limits().orElseThrow().centre() * unit(),
                cadence);
    }

    /** From the unit of the chart to counts: people read counts, also where the chart plots rates. */
    private double unit() {
        return chart.plotsRates() && point.observation().reading() instanceof ExposedCount observed
                ? observed.exposure()
                : 1;
    }

    private int length(RunFinding finding) {
        return switch (finding.rule()) {
            case SHIFT -> finding.length() + goesOn(finding.first(), index -> isOnSide(index, finding.direction()));
            case TREND -> finding.length() + goesOn(finding.first(), index -> goesTowards(index, finding.direction()));
            case BEYOND_LIMIT, TWO_OF_THREE, FOUR_OF_FIVE -> finding.length();
        };
    }

    /** How many points before the first belong to the pattern too. */
    private int goesOn(int first, IntPredicate belongs) {
        var start = first;
        while (start > 0 && isComparable(start - 1) && belongs.test(start - 1)) {
            start--;
        }
        return first - start;
    }

    private boolean isComparable(int index) {
        var candidate = chart.points().get(index);
        return candidate.phase() == point.phase() && candidate.isTested();
    }

    private boolean isOnSide(int index, Direction direction) {
        return chart.points().get(index).side().filter(direction::equals).isPresent();
    }

    private boolean goesTowards(int index, Direction direction) {
        var rise = chart.points().get(index + 1).value().orElseThrow()
                - chart.points().get(index).value().orElseThrow();
        return rise * direction.sign() > 0;
    }
}
