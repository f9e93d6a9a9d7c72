package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * A figure judged together with those before it.
 *
 * @param rule the pattern: a shift, a trend, or two of three near a limit
 * @param direction high or rising, or low or falling
 * @param length number of periods in the pattern, this one included
 * @param centre centre line, in the unit of the figure
 * @param cadence length of a period
 */
public record RunJudgement(RunRule rule, Direction direction, int length, double centre, Cadence cadence)
        implements Judgement {

    /** @throws IllegalArgumentException when the rule has no wording of its own: it is not among the NHS rules, or needs no run */
    public RunJudgement {
        if (rule == RunRule.BEYOND_LIMIT || rule == RunRule.FOUR_OF_FIVE) {
            throw new IllegalArgumentException("No run judgement for " + rule);
        }
    }

    @Override
    public Verdict verdict() {
        var isHigher = direction == Direction.HIGHER;
        return switch (rule) {
            case SHIFT -> isHigher ? Verdict.LONG_HIGHER : Verdict.LONG_LOWER;
            case TREND -> isHigher ? Verdict.RISING : Verdict.FALLING;
            case TWO_OF_THREE, FOUR_OF_FIVE, BEYOND_LIMIT -> isHigher ? Verdict.UNUSUALLY_HIGH : Verdict.UNUSUALLY_LOW;
        };
    }

    @Override
    public String word(Locale locale) {
        var text = JudgementText.in(locale);
        return text.text("word." + verdict(), text.duration(length, cadence));
    }

    @Override
    public String sentence(Locale locale) {
        var text = JudgementText.in(locale);
        return text.text("run." + rule + "." + direction, text.duration(length, cadence), text.number(centre));
    }
}
