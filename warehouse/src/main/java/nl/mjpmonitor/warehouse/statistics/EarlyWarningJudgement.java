package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * A count judged against the periods just before it. Only high counts are unusual.
 *
 * @param signal what EARS says
 */
public record EarlyWarningJudgement(EarsSignal signal) implements Judgement {

    @Override
    public Verdict verdict() {
        return signal.isWarning() ? Verdict.UNUSUALLY_HIGH : Verdict.WITHIN_CHANCE;
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).word(verdict());
    }

    @Override
    public String sentence(Locale locale) {
        var text = JudgementText.in(locale);
        var counts = text.text("warning", text.number(signal.count()), text.number(signal.expected()));
        var comparedTogether = signal.upperBound().isEmpty() ? " " + text.text("warning.three") : "";
        return counts + comparedTogether + " " + text.conclusion(verdict());
    }
}
