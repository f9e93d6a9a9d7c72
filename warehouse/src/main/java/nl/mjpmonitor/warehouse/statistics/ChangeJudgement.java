package nl.mjpmonitor.warehouse.statistics;

import java.util.ArrayList;
import java.util.Locale;

/**
 * A count judged against an earlier one.
 *
 * @param comparison the two counts
 * @param unusual p-value below which the change is called unusual, above 0 and below 1
 */
public record ChangeJudgement(PoissonComparison comparison, double unusual) implements Judgement {

    /** @throws IllegalArgumentException when the p-value is not between 0 and 1 */
    public ChangeJudgement {
        ConfidenceInterval.requireLevel(unusual);
    }

    @Override
    public Verdict verdict() {
        if (comparison.pValue() >= unusual) {
            return Verdict.WITHIN_CHANCE;
        }
        return comparison.later().rate() > comparison.earlier().rate() ? Verdict.UNUSUALLY_HIGH : Verdict.UNUSUALLY_LOW;
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).word(verdict());
    }

    @Override
    public String sentence(Locale locale) {
        var text = JudgementText.in(locale);
        var sentences = new ArrayList<String>();
        sentences.add(howMuch(text));
        if (!comparison.hasEqualExposures()) {
            sentences.add(text.text("change.exposure"));
        }
        if (!isUnchanged()) {
            sentences.add(why(text));
        }
        if (!isUnchanged() && !comparison.isLargeEnoughForPercentage()) {
            sentences.add(text.text("change.small"));
        }
        return String.join(" ", sentences);
    }

    private String howMuch(JudgementText text) {
        var earlier = comparison.earlier().count();
        var later = comparison.later().count();
        if (earlier == later) {
            return text.text("change.none", text.number(later));
        }
        return earlier == 0
                ? text.text("change.fromZero", text.number(later))
                : text.text("change", text.number(earlier), text.number(later), text.signed(comparison.difference()));
    }

    private String why(JudgementText text) {
        var odds = text.odds(comparison.pValue());
        return verdict() == Verdict.WITHIN_CHANCE
                ? text.text("change.odds.WITHIN_CHANCE", odds) + " " + text.conclusion(verdict())
                : text.text("change.odds.UNUSUAL", odds) + " " + text.text("change.conclusion." + verdict());
    }

    private boolean isUnchanged() {
        return comparison.difference() == 0 && comparison.hasEqualExposures();
    }
}
