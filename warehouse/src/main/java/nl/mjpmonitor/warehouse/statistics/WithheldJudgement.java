package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * No judgement, whatever the figure is.
 *
 * @param reason why
 */
public record WithheldJudgement(Reason reason) implements Judgement {

    /** Why there is no judgement. */
    public enum Reason {
        /** The figure is not known. */
        UNKNOWN(Verdict.UNKNOWN),
        /** The period is not complete yet. */
        INCOMPLETE(Verdict.INCOMPLETE),
        /** The period is shown only, such as a corona year. */
        LEFT_OUT(Verdict.TOO_FEW_DATA),
        /** The area has fewer than {@value RateInterval#LOWEST_POPULATION} inhabitants, so it shows no rate. */
        FEW_INHABITANTS(Verdict.TOO_FEW_DATA),
        /** One of the figures is too small to give; a judgement would give it away. */
        WITHHELD(Verdict.WITHHELD),
        /** The definition changed in between, or the periods differ in length or overlap. */
        NOT_COMPARABLE(Verdict.NOT_COMPARABLE),
        /** Two measured values alone do not show how much chance makes them differ. */
        NOT_COUNTED(Verdict.TOO_FEW_DATA);

        private final Verdict verdict;

        Reason(Verdict verdict) {
            this.verdict = verdict;
        }
    }

    @Override
    public Verdict verdict() {
        return reason.verdict;
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).word(verdict());
    }

    @Override
    public String sentence(Locale locale) {
        return JudgementText.in(locale).text("withheld." + reason);
    }
}
