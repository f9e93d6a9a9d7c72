package nl.mjpmonitor.dashboard.figures;

import java.math.BigDecimal;
import nl.mjpmonitor.dashboard.figures.FigureText.Tone;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.Unit;

/** How the outcome of a comparison is said: +26 (16%), +3, +1,2 procentpunt, or why there is none. */
public final class OutcomeWords {

    private final FigureWords words;

    public OutcomeWords(FigureWords words) {
        this.words = words;
    }

    /** A change of this indicator. */
    public FigureText change(Indicator indicator, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Change(BigDecimal difference, int percent) ->
                new FigureText(
                                words.text(
                                        "outcome.change",
                                        signed(difference),
                                        words.format().percentage(percent)),
                                Tone.NUMBER)
                        .writing(difference);
            case Outcome.DifferenceOnly(BigDecimal difference, Outcome.NoPercentage _) ->
                new FigureText(
                                indicator.unit() == Unit.PROCENT
                                        ? words.text("outcome.points", signed(difference))
                                        : signed(difference),
                                Tone.NUMBER)
                        .writing(difference);
            case Outcome.Amount(BigDecimal value) ->
                new FigureText(words.format().inColumn(value), Tone.NUMBER).writing(value);
            case Outcome.None none -> none(none);
        };
    }

    /** A rate or a mean. */
    public FigureText amount(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Amount(BigDecimal value) ->
                new FigureText(words.format().inColumn(value), Tone.NUMBER).writing(value);
            case Outcome.None none -> none(none);
            case Outcome.Change _, Outcome.DifferenceOnly _ ->
                throw new IllegalArgumentException("A change is no amount");
        };
    }

    private FigureText none(Outcome.None none) {
        return switch (none.reason()) {
            case SUPPRESSED -> new FigureText(words.text("figure.suppressed"), Tone.WITHHELD);
            case UNKNOWN, TOO_FEW_YEARS -> new FigureText(words.text("figure.unknown"), Tone.UNKNOWN);
            case NOT_APPLICABLE, BREAK, NOT_COMPARABLE, ZERO_TOTAL, FEW_INHABITANTS ->
                new FigureText(words.text("figure.not-applicable"), Tone.NOT_APPLICABLE);
        };
    }

    private String signed(BigDecimal difference) {
        String number = words.format().decimal(difference);
        return difference.signum() > 0 ? "+" + number : number;
    }
}
