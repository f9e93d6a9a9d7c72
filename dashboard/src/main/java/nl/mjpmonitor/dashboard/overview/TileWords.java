package nl.mjpmonitor.dashboard.overview;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.KpiTile;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.Sparkline;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import nl.mjpmonitor.warehouse.targets.TargetJudgement;

/** What a tile of the overview says, in the language of one reader. */
record TileWords(FigureWords words) {

    KpiTile.Content content(
            Indicator indicator, HeadlineFigure figure, Optional<TargetJudgement> target, String source) {
        Verdict verdict = figure.judgement().verdict();
        return new KpiTile.Content(
                words.value(figure.point().value()),
                period(figure),
                difference(figure),
                Optional.of(figure.judgement()),
                Favour.of(indicator.direction(), verdict),
                target,
                figure.course().stream().map(TileWords::point).toList(),
                figure.normal(),
                source);
    }

    static boolean isUnusual(Verdict verdict) {
        return switch (verdict) {
            case UNUSUALLY_HIGH, UNUSUALLY_LOW, LONG_HIGHER, LONG_LOWER, RISING, FALLING -> true;
            case WITHIN_CHANCE, TOO_FEW_DATA, INCOMPLETE, UNKNOWN, WITHHELD, NOT_COMPARABLE -> false;
        };
    }

    /** Whether a verdict says anything about the figure. */
    static boolean isSaid(Verdict verdict) {
        return isUnusual(verdict) || verdict == Verdict.WITHIN_CHANCE;
    }

    /** 'oktober 2026, voorlopig'; 'nieuwste cijfer: december 2023' when the last period is not known yet. */
    private String period(HeadlineFigure figure) {
        String label = figure.point().period().label(words.locale());
        String marks = PointMark.of(figure.point()).stream()
                .map(mark -> ", " + words.text("tile.mark." + mark))
                .collect(Collectors.joining());
        return (figure.isOlder() ? words.text("tile.newest", label) : label) + marks;
    }

    /** '6 meer dan gemiddeld in oktober van 2019, 2022-2025', or '2 minder dan in 2021'. */
    private String difference(HeadlineFigure figure) {
        if (figure.isAgainstMean()) {
            String years = words.format().years(figure.mean().years());
            boolean isMonth = figure.point().period().grain() == PeriodGrain.MONTH;
            String when = isMonth
                    ? words.text(
                            "tile.month-of",
                            words.format()
                                    .month(figure.point().period().firstMonth().getMonthValue()),
                            years)
                    : years;
            return difference(figure.mean().outcome(), "mean", when);
        }
        return figure.before()
                .map(before -> difference(before.outcome(), "before", label(before)))
                .orElse("");
    }

    private String label(ChangeComparison before) {
        return before.base().period().label(words.locale());
    }

    private String difference(Outcome outcome, String against, String when) {
        return switch (outcome) {
            case Outcome.Change(BigDecimal difference, int _) -> said(difference, against, when);
            case Outcome.DifferenceOnly(BigDecimal difference, var _) -> said(difference, against, when);
            case Outcome.Amount _, Outcome.None _ -> "";
        };
    }

    private String said(BigDecimal difference, String against, String when) {
        String way = difference.signum() > 0 ? "more" : difference.signum() < 0 ? "less" : "same";
        return words.text("tile." + against + "." + way, words.format().decimal(difference.abs()), when);
    }

    private static Sparkline.Point point(IndicatorPoint point) {
        return switch (point.value()) {
            case IndicatorValue.Counted(long count, ValueStatus status) ->
                new Sparkline.Point(OptionalDouble.of((double) count), status == ValueStatus.VOORLOPIG);
            case IndicatorValue.Measured(BigDecimal value, ValueStatus status) ->
                new Sparkline.Point(OptionalDouble.of(value.doubleValue()), status == ValueStatus.VOORLOPIG);
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                new Sparkline.Point(OptionalDouble.empty(), false);
        };
    }
}
