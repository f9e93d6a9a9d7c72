package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * There is too little to compare with.
 *
 * @param available how many earlier periods there are
 * @param needed how many a judgement needs
 */
public record TooFewJudgement(int available, int needed) implements Judgement {

    @Override
    public Verdict verdict() {
        return Verdict.TOO_FEW_DATA;
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).word(verdict());
    }

    @Override
    public String sentence(Locale locale) {
        var text = JudgementText.in(locale);
        return text.text("tooFew", text.number(available), text.number(needed));
    }
}
