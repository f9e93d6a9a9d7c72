package nl.mjpmonitor.dashboard.overview;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.Sparkline;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.EarlierYears;
import nl.mjpmonitor.warehouse.comparisons.MeanComparison;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.RangeJudgement;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * The newest figure of a series that is known, against the same period of earlier years without the exceptional ones. Where there are
 * too few of those, as of a survey, against the figure known before it.
 *
 * @param point the figure; the last of the series when none is known
 * @param isOlder whether it is not the last of the series, because that is not known yet
 * @param mean against the mean of earlier years
 * @param before against the figure known before it; empty when there is none
 * @param course the last two years by month, or all years
 */
record HeadlineFigure(
        IndicatorPoint point,
        boolean isOlder,
        MeanComparison mean,
        Optional<ChangeComparison> before,
        List<IndicatorPoint> course) {

    private static final int MONTHS_SHOWN = 24;

    /**
     * The figure of a series.
     *
     * @param points months or years in a row, oldest first, at least one
     */
    static HeadlineFigure of(Indicator indicator, List<IndicatorPoint> points) {
        int place = newestKnown(points, points.size()).orElse(points.size() - 1);
        IndicatorPoint point = points.get(place);
        boolean isMonth = point.period().grain() == PeriodGrain.MONTH;
        List<IndicatorPoint> earlier = points.subList(0, place).stream()
                .filter(one -> one.period().firstMonth().getMonth()
                        == point.period().firstMonth().getMonth())
                .toList();
        PeriodComparator comparator = new PeriodComparator(indicator);
        Optional<ChangeComparison> before =
                newestKnown(earlier, earlier.size()).map(index -> comparator.change(earlier.get(index), point));
        int from = isMonth ? Math.max(0, place + 1 - MONTHS_SHOWN) : 0;
        return new HeadlineFigure(
                point,
                place < points.size() - 1,
                comparator.againstMean(earlier, point, EarlierYears.WITHOUT_EXCEPTIONAL),
                before,
                points.subList(from, place + 1));
    }

    private static Optional<Integer> newestKnown(List<IndicatorPoint> points, int until) {
        for (int index = until - 1; index >= 0; index--) {
            if (isKnown(points.get(index).value())) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /** A withheld figure is known; it is not told. */
    private static boolean isKnown(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted _, IndicatorValue.Measured _, IndicatorValue.Suppressed _ -> true;
            case IndicatorValue.Unknown _, IndicatorValue.NotApplicable _ -> false;
        };
    }

    /** Whether the figure is unusual: by the mean of earlier years, else by the figure before it. */
    Judgement judgement() {
        Judgement byMean = mean.judgement();
        return byMean.verdict() == Verdict.TOO_FEW_DATA
                ? before.map(ChangeComparison::judgement).orElse(byMean)
                : byMean;
    }

    /** Whether the judgement is by the mean of earlier years. */
    boolean isAgainstMean() {
        return !(mean.outcome() instanceof Outcome.None);
    }

    /** The range that is normal for the period of the figure. */
    Optional<Sparkline.Band> normal() {
        return judgement() instanceof RangeJudgement range
                ? Optional.of(new Sparkline.Band(range.lower(), range.upper()))
                : Optional.empty();
    }
}
