package nl.mjpmonitor.dashboard.indicator;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.BaselineUse;
import nl.mjpmonitor.warehouse.statistics.Cadence;
import nl.mjpmonitor.warehouse.statistics.ChartPoint;
import nl.mjpmonitor.warehouse.statistics.ControlChart;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.Limits;
import nl.mjpmonitor.warehouse.statistics.Measurement;
import nl.mjpmonitor.warehouse.statistics.Observation;
import nl.mjpmonitor.warehouse.statistics.TooFewJudgement;
import nl.mjpmonitor.warehouse.statistics.WithheldJudgement;

/**
 * A series with the range that is normal and a judgement of every figure. Exceptional years and provisional figures are shown but
 * neither set limits nor are judged; a change of the definition starts anew. Periods for which the indicator is not defined are left
 * out.
 *
 * @param points in order
 */
record ControlledSeries(List<Controlled> points) {

    ControlledSeries {
        points = List.copyOf(points);
    }

    /**
     * One figure.
     *
     * @param stretch number of the definition it falls under, from 0
     * @param limits the range that is normal, in the unit of the figure; empty where there is too little to tell
     * @param isOutside whether the figure lies outside it
     * @param judgement empty for periods that are never judged, because they overlap
     */
    record Controlled(
            IndicatorPoint point,
            int stretch,
            Optional<Limits> limits,
            boolean isOutside,
            Optional<Judgement> judgement) {}

    /** The points of an indicator, all of one grain and in order. */
    static ControlledSeries of(Indicator indicator, List<IndicatorPoint> all, SeriesGrain grain) {
        List<IndicatorPoint> points = all.stream()
                .filter(point -> !(point.value() instanceof IndicatorValue.NotApplicable))
                .toList();
        return grain.cadence()
                .map(cadence -> judged(indicator, points, cadence))
                .orElseGet(() -> new ControlledSeries(points.stream()
                        .map(point -> new Controlled(
                                point, stretch(indicator, point.period()), Optional.empty(), false, Optional.empty()))
                        .toList()));
    }

    /** The newest figure that is known; empty when none is. */
    Optional<Controlled> newestKnown() {
        return points.reversed().stream().filter(one -> isKnown(one.point())).findFirst();
    }

    static boolean isKnown(IndicatorPoint point) {
        return point.value() instanceof IndicatorValue.Counted || point.value() instanceof IndicatorValue.Measured;
    }

    private static ControlledSeries judged(Indicator indicator, List<IndicatorPoint> points, Cadence cadence) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Observation observation = observation(indicator, points.get(i));
            boolean isBroken = i > 0
                    && stretch(indicator, points.get(i).period())
                            != stretch(indicator, points.get(i - 1).period());
            observations.add(isBroken ? observation.afterBreak() : observation);
        }
        ControlChart chart = ControlChart.of(observations);
        List<Judgement> judgements = chart.points().stream()
                .map(point -> Judgement.ofChart(chart, point.index(), cadence))
                .toList();
        Set<Integer> grounded = chart.points().stream()
                .filter(point -> isGrounded(point, judgements.get(point.index())))
                .map(ChartPoint::phase)
                .collect(Collectors.toUnmodifiableSet());
        return new ControlledSeries(chart.points().stream()
                .map(plotted -> {
                    IndicatorPoint point = points.get(plotted.index());
                    boolean isGrounded = grounded.contains(plotted.phase());
                    return new Controlled(
                            point,
                            stretch(indicator, point.period()),
                            plotted.limits()
                                    .filter(limits -> isGrounded)
                                    .map(limits -> inCounts(limits, chart, plotted)),
                            isGrounded && isTested(plotted) && plotted.outside().isPresent(),
                            Optional.of(
                                    isProvisional(point)
                                            ? Judgement.withheld(WithheldJudgement.Reason.INCOMPLETE)
                                            : judgements.get(plotted.index())));
                })
                .toList());
    }

    /** With too few periods behind them limits say nothing, so they are not drawn. */
    private static boolean isGrounded(ChartPoint point, Judgement judgement) {
        return isTested(point) && !(judgement instanceof TooFewJudgement) && !(judgement instanceof WithheldJudgement);
    }

    private static boolean isTested(ChartPoint point) {
        return point.observation().use() != BaselineUse.LEFT_OUT;
    }

    /** People read counts, also where the chart plots counts of a mean month. */
    private static Limits inCounts(Limits limits, ControlChart chart, ChartPoint point) {
        double unit = chart.plotsRates() && point.observation().reading() instanceof ExposedCount counted
                ? counted.exposure()
                : 1;
        return new Limits(limits.lower() * unit, limits.centre() * unit, limits.upper() * unit);
    }

    private static Observation observation(Indicator indicator, IndicatorPoint point) {
        Observation observation = switch (point.value()) {
            case IndicatorValue.Counted(long count, var _) -> Observation.of(exposed(count, point.period()));
            case IndicatorValue.Measured measured ->
                Observation.of(new Measurement(measured.value().doubleValue()));
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                Observation.missing();
        };
        return isProvisional(point) || isExceptional(indicator, point.period()) ? observation.leftOut() : observation;
    }

    /** Months are of different length; quarters and years are near enough to the same. */
    private static ExposedCount exposed(long count, Period period) {
        return period.grain() == PeriodGrain.MONTH
                ? ExposedCount.inMonth(count, period.firstMonth())
                : ExposedCount.of(count);
    }

    private static boolean isProvisional(IndicatorPoint point) {
        return switch (point.value()) {
            case IndicatorValue.Counted(var _, ValueStatus status) -> status == ValueStatus.VOORLOPIG;
            case IndicatorValue.Measured(var _, ValueStatus status) -> status == ValueStatus.VOORLOPIG;
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> false;
        };
    }

    private static boolean isExceptional(Indicator indicator, Period period) {
        return period.months().stream().map(YearMonth::getYear).anyMatch(indicator.exceptionalYears()::contains);
    }

    /** Number of breaks up to the end of the period. */
    private static int stretch(Indicator indicator, Period period) {
        return (int) indicator.breaks().stream()
                .filter(month -> !month.isAfter(period.lastMonth()))
                .count();
    }
}
