package nl.mjpmonitor.warehouse.comparisons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.statistics.ConfidenceInterval;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.SurveyJudgement;
import nl.mjpmonitor.warehouse.statistics.WithheldJudgement;

/**
 * Compares results of surveys. Without both margins there is no judgement: two bare results do not show what is chance.
 *
 * @param indicator the indicator whose results are compared
 */
public record SurveyComparator(Indicator indicator) {

    private static final double LEVEL = 0.95;

    /**
     * One result against that of the survey before.
     *
     * @param earlier the survey before; empty for the first that is known
     * @param judgement whether the two differ demonstrably; empty for the first
     */
    public record Result(IndicatorPoint point, Optional<IndicatorPoint> earlier, Optional<Judgement> judgement) {}

    /** The results that are known, oldest first, each against the one before. Years without a survey are passed over. */
    public List<Result> results(List<IndicatorPoint> points) {
        List<Result> results = new ArrayList<>();
        for (IndicatorPoint point : points) {
            if (Sides.obstacle(point).isEmpty()) {
                Optional<IndicatorPoint> earlier = results.isEmpty()
                        ? Optional.empty()
                        : Optional.of(results.get(results.size() - 1).point());
                results.add(new Result(point, earlier, earlier.map(before -> judgement(before, point))));
            }
        }
        return results;
    }

    private Judgement judgement(IndicatorPoint earlier, IndicatorPoint later) {
        if (!indicator.versionOf(earlier.period()).equals(indicator.versionOf(later.period()))) {
            return Judgement.withheld(WithheldJudgement.Reason.NOT_COMPARABLE);
        }
        Optional<SurveyJudgement.Result> before = result(earlier);
        Optional<SurveyJudgement.Result> now = result(later);
        return before.isPresent() && now.isPresent()
                ? new SurveyJudgement(before.get(), now.get())
                : Judgement.withheld(WithheldJudgement.Reason.NOT_COUNTED);
    }

    private static Optional<SurveyJudgement.Result> result(IndicatorPoint point) {
        double value = Sides.figure(point).doubleValue();
        // a margin that leaves out its own estimate is a mistake of the source, and no margin to judge by
        return point.marks()
                .margin()
                .map(SurveyComparator::interval)
                .filter(margin -> margin.contains(value))
                .map(margin -> new SurveyJudgement.Result(value, margin));
    }

    private static ConfidenceInterval interval(Margin margin) {
        return new ConfidenceInterval(
                margin.lower().doubleValue(), margin.upper().doubleValue(), LEVEL);
    }
}
