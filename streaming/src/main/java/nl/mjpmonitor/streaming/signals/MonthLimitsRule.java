package nl.mjpmonitor.streaming.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.statistics.Cadence;
import nl.mjpmonitor.warehouse.statistics.ControlChart;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.Observation;
import nl.mjpmonitor.warehouse.statistics.RangeJudgement;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * {@link SignalRule#MONTH_OUTSIDE_LIMITS}: the newest whole months that are known, each against the limits of a control chart of the
 * months before it. The chart follows the dispersion of the counts and allows for the lengths of months, see {@link ControlChart};
 * the month itself sets no limits. A wijk with few counts is not judged, and no number is that would be withheld.
 */
final class MonthLimitsRule implements SeriesRule {

    private final SignalSettings settings;

    MonthLimitsRule(SignalSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings(WatchedSeries series, SeriesStand stand, Instant moment) {
        if (series.area().kind() == AreaKind.BUURT
                || series.rows().fact().streamed().isEmpty()) {
            return List.of();
        }
        LocalDate oldest = SeriesRule.today(moment.minus(settings.horizon()));
        YearMonth running = YearMonth.from(SeriesRule.today(moment));
        return IntStream.rangeClosed(1, horizonMonths())
                .mapToObj(running::minusMonths)
                .filter(month -> !month.atEndOfMonth().isBefore(oldest))
                .filter(month -> stand.count(month).isPresent())
                .limit(settings.value(SignalSetting.TESTED_MONTHS))
                .flatMap(month -> finding(series, stand, month).stream())
                .toList();
    }

    private int horizonMonths() {
        return (int) (settings.horizon().toDays() / 28) + 1;
    }

    private Optional<Finding> finding(WatchedSeries series, SeriesStand stand, YearMonth month) {
        OptionalLong count = stand.count(month);
        Optional<MonthBaseline> baseline =
                MonthBaseline.before(series, stand, month, settings.value(SignalSetting.BASELINE_MONTHS));
        if (baseline.isEmpty() || count.isEmpty() || count.getAsLong() < 0) {
            return Optional.empty();
        }
        return outside(
                        series,
                        baseline.get(),
                        ExposedCount.inMonth(count.getAsLong(), month),
                        settings.value(SignalSetting.LOWEST_MEAN))
                .map(figures -> {
                    figures.put(Finding.PERIOD, month.toString());
                    return new Finding(SignalRule.MONTH_OUTSIDE_LIMITS, figures);
                });
    }

    /** The figures of a count that lies outside its limits; empty when it does not, or must not be judged. */
    static Optional<Map<String, String>> outside(
            WatchedSeries series, MonthBaseline baseline, ExposedCount tested, int lowestMean) {
        int below = series.indicator().disclosure().below();
        boolean isWithheld = tested.count() < below && below > 0;
        boolean isSmall = series.area().kind() != AreaKind.GEMEENTE && baseline.mean() < lowestMean;
        if (isWithheld || isSmall) {
            return Optional.empty();
        }
        ControlChart chart = ControlChart.of(baseline.with(Observation.of(tested)));
        int last = chart.points().size() - 1;
        Judgement judgement = Judgement.ofChart(chart, last, Cadence.MONTH);
        if (!(judgement instanceof RangeJudgement range)
                || !range.isCount()
                || range.verdict() == Verdict.WITHIN_CHANCE) {
            return Optional.empty();
        }
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("aantal", Long.toString(tested.count()));
        figures.put("ondergrens", Finding.number(range.lower()));
        figures.put("bovengrens", Finding.number(range.upper()));
        figures.put("gemiddelde", Finding.number(baseline.mean()));
        figures.put("maanden", Integer.toString(baseline.months()));
        return Optional.of(figures);
    }
}
