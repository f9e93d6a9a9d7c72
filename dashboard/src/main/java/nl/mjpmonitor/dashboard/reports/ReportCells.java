package nl.mjpmonitor.dashboard.reports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.figures.Change;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.PercentageChange;
import nl.mjpmonitor.warehouse.indicators.Unit;

/** Figures and comparisons as cells of a document. What is withheld or unknown is a word, and never a number. */
public record ReportCells(FigureWords words) {

    private static final String NO_BREAK = "\u00a0";

    /** A figure with its marks. */
    public Cell figure(IndicatorPoint point, Indicator indicator) {
        String text = words.value(point.value()).text();
        String letters = marks(point).stream().map(PointMark::letter).collect(Collectors.joining(NO_BREAK));
        return amount(point.value())
                .map(amount -> Cell.number(withUnit(text, indicator.unit()), amount, kind(indicator.unit())))
                .orElseGet(() -> Cell.text(text))
                .withMark(letters);
    }

    static Set<PointMark> marks(IndicatorPoint point) {
        return PointMark.of(point);
    }

    /** The figure itself; empty when it is withheld, unknown or not defined. */
    public static Optional<BigDecimal> amount(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(long count, var _) -> Optional.of(BigDecimal.valueOf(count));
            case IndicatorValue.Measured(BigDecimal measured, var _) -> Optional.of(measured);
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                Optional.empty();
        };
    }

    private String withUnit(String text, Unit unit) {
        return switch (unit) {
            case PROCENT -> text + "%";
            case EURO -> "€" + NO_BREAK + text;
            default -> text;
        };
    }

    static NumberKind kind(Unit unit) {
        return switch (unit) {
            case AANTAL, CASUSSEN, LOCATIES, CONTROLES, INTERVENTIES, SIGNALEN, MELDINGEN, GESPREKKEN, PERSONEN ->
                NumberKind.COUNT;
            case DAGEN, PER_10000, CIJFER, UREN, VERHOUDING -> NumberKind.DECIMAL;
            case PROCENT -> NumberKind.PERCENT;
            case EURO -> NumberKind.EURO;
        };
    }

    /** A comparison of two figures of one indicator. */
    Cell comparison(ReportColumn.Comparison.Kind kind, IndicatorPoint before, IndicatorPoint now, Indicator indicator) {
        ChangeComparison change = new PeriodComparator(indicator).change(before, now);
        return switch (kind) {
            case DIFFERENCE -> difference(change, before, now);
            case PERCENT -> percent(change);
            case PERCENT_AS_PUBLISHED -> percentAsPublished(change, before, now);
            case JUDGEMENT -> Cell.text(change.judgement().word(words.locale()));
        };
    }

    private Cell difference(ChangeComparison change, IndicatorPoint before, IndicatorPoint now) {
        return switch (change.outcome()) {
            case Outcome.Change(BigDecimal difference, int _) -> difference(difference, before, now);
            case Outcome.DifferenceOnly(BigDecimal difference, var _) -> difference(difference, before, now);
            case Outcome.Amount _, Outcome.None _ -> unknown(before, now);
        };
    }

    private Cell difference(BigDecimal difference, IndicatorPoint before, IndicatorPoint now) {
        return Change.between(before.value(), now.value())
                .map(change -> Cell.number(
                        change.difference() == 0
                                ? words.format().count(0)
                                : words.difference(Optional.of(change)).text(),
                        BigDecimal.valueOf(change.difference()),
                        NumberKind.COUNT))
                .orElseGet(() -> Cell.number(
                        (difference.signum() > 0 ? "+" : "") + words.format().decimal(difference),
                        difference,
                        NumberKind.DECIMAL));
    }

    private Cell percent(ChangeComparison change) {
        return switch (change.outcome()) {
            case Outcome.Change(BigDecimal _, int percent)
            when !Change.between(change.base().value(), change.later().value())
                    .map(Change::isSmall)
                    .orElse(false) -> percentage(percent);
            case Outcome.Change _, Outcome.DifferenceOnly _ -> notApplicable().withMark(FigureWords.SMALL_MARK);
            case Outcome.Amount _, Outcome.None _ -> unknown(change.base(), change.later());
        };
    }

    private Cell percentAsPublished(ChangeComparison change, IndicatorPoint before, IndicatorPoint now) {
        if (change.outcome() instanceof Outcome.None) {
            return unknown(before, now);
        }
        OptionalInt percent = PercentageChange.between(before.value(), now.value());
        if (percent.isEmpty()) {
            return notApplicable();
        }
        boolean isSmall =
                Change.between(before.value(), now.value()).map(Change::isSmall).orElse(false);
        Cell cell = percentage(percent.getAsInt());
        return isSmall ? cell.withMark(FigureWords.SMALL_MARK) : cell;
    }

    private Cell percentage(int percent) {
        return Cell.number(words.format().percentage(percent), BigDecimal.valueOf(percent), NumberKind.PERCENT);
    }

    /** Not to be seen by the readers of this report. */
    Cell closed() {
        return Cell.text(words.text("figure.suppressed"));
    }

    private Cell notApplicable() {
        return Cell.text(words.text("figure.not-applicable"));
    }

    /** The word of the figure that is missing: what is withheld is not called unknown. */
    private Cell unknown(IndicatorPoint before, IndicatorPoint now) {
        for (IndicatorPoint point : new IndicatorPoint[] {now, before}) {
            if (amount(point.value()).isEmpty()) {
                FigureText text = words.value(point.value());
                return Cell.text(text.text());
            }
        }
        return notApplicable();
    }
}
