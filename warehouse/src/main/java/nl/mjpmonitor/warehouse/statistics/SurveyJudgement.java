package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * A survey result judged against that of an earlier, independent survey.
 *
 * <p>The 95 % interval of the difference is recovered from those of the two results (MOVER: Zou and Donner, Statistics in Medicine
 * 27, 2008): with results e and l and their limits, the lower limit is (l - e) - √((l - lower(l))² + (upper(e) - e)²), the upper
 * one likewise. When it holds 0, the two do not differ demonstrably. Two intervals that touch can still differ: comparing the
 * intervals by eye is too careful.
 *
 * @param earlier the earlier result, with its interval
 * @param later the later result, with its interval
 */
public record SurveyJudgement(Result earlier, Result later) implements Judgement {

    /**
     * One result.
     *
     * @param value the estimate, in the unit of the indicator
     * @param margin values that agree with it, at a level of 95 %
     */
    public record Result(double value, ConfidenceInterval margin) {

        /** @throws IllegalArgumentException when the estimate lies outside its margin */
        public Result {
            if (!margin.contains(value)) {
                throw new IllegalArgumentException("An estimate lies within its margin, not at " + value + " beside "
                        + margin.lower() + " to " + margin.upper());
            }
        }
    }

    /** The difference that agrees with both surveys: later less earlier. */
    public ConfidenceInterval difference() {
        double difference = later.value() - earlier.value();
        double down = Math.hypot(
                later.value() - later.margin().lower(), earlier.margin().upper() - earlier.value());
        double up = Math.hypot(
                later.margin().upper() - later.value(),
                earlier.value() - earlier.margin().lower());
        return new ConfidenceInterval(
                difference - down, difference + up, later.margin().level());
    }

    @Override
    public Verdict verdict() {
        ConfidenceInterval difference = difference();
        if (difference.contains(0)) {
            return Verdict.WITHIN_CHANCE;
        }
        return difference.lower() > 0 ? Verdict.UNUSUALLY_HIGH : Verdict.UNUSUALLY_LOW;
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).text("survey.word." + verdict());
    }

    @Override
    public String sentence(Locale locale) {
        JudgementText text = JudgementText.in(locale);
        return text.text("survey", text.number(earlier.value()), text.number(later.value())) + " "
                + text.text("survey.conclusion." + verdict());
    }
}
