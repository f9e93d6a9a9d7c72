package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * A figure judged against the range that is normal for it.
 *
 * @param value the figure
 * @param lower lowest normal value
 * @param upper highest normal value
 * @param isCount whether the figure is a count, so that the range holds whole numbers
 */
public record RangeJudgement(double value, double lower, double upper, boolean isCount) implements Judgement {

    /** @throws IllegalArgumentException when the range is not in order */
    public RangeJudgement {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("A range runs from low to high, not from " + lower + " to " + upper);
        }
    }

    /** A count against a range of counts. */
    static RangeJudgement ofCount(long count, CountRange range) {
        return new RangeJudgement((double) count, (double) range.lower(), (double) range.upper(), true);
    }

    @Override
    public Verdict verdict() {
        if (value < lower) {
            return Verdict.UNUSUALLY_LOW;
        }
        return value > upper ? Verdict.UNUSUALLY_HIGH : Verdict.WITHIN_CHANCE;
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).word(verdict());
    }

    @Override
    public String sentence(Locale locale) {
        var text = JudgementText.in(locale);
        var key = !isCount ? "range.values" : lower == upper ? "range.single" : "range.counts";
        return text.text(key, text.number(value), text.number(lower), text.number(upper)) + " "
                + text.conclusion(verdict());
    }
}
