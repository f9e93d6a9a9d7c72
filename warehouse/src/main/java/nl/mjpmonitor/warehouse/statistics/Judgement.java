package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * Whether a figure is unusual, with a plain sentence that says why.
 *
 * <p>The verdict follows from the facts that the judgement holds; the two cannot contradict each other. Texts exist in Dutch and
 * English; every other locale gets Dutch. They never say 'significant', and never good or bad.
 */
public sealed interface Judgement
        permits AreaJudgement,
                ChangeJudgement,
                EarlyWarningJudgement,
                RangeJudgement,
                RunJudgement,
                SurveyJudgement,
                TooFewJudgement,
                WithheldJudgement {

    /** What kind of judgement this is. */
    Verdict verdict();

    /** The judgement in a few words, as beside an icon: "binnen toevalsvariatie", "al 7 maanden lager". Starts in lower case. */
    String word(Locale locale);

    /** One to four short sentences: how much, compared with what, normal or not, and what to be careful with. */
    String sentence(Locale locale);

    /** Judges the later of two counts by the exact test, at {@link PoissonComparison#UNUSUAL}. */
    static Judgement ofChange(PoissonComparison comparison) {
        return new ChangeJudgement(comparison, PoissonComparison.UNUSUAL);
    }

    /**
     * Judges a monthly count against the same month of earlier years, by {@link SeasonalReference#normalRange()}. With fewer than
     * {@value SeasonalReference#FEWEST_YEARS} earlier years there is too little to go by.
     */
    static Judgement ofSeason(long count, SeasonalReference reference) {
        return reference.years() < SeasonalReference.FEWEST_YEARS
                ? new TooFewJudgement(reference.years(), SeasonalReference.FEWEST_YEARS)
                : RangeJudgement.ofCount(count, reference.normalRange());
    }

    /** Judges a period by EARS. It warns of high counts only. */
    static Judgement ofEarlyWarning(EarsSignal signal) {
        return new EarlyWarningJudgement(signal);
    }

    /**
     * Judges one point of a control chart by the NHS rules: outside the limits, then a run on one side, then a trend, then two of three
     * near a limit. With fewer than 12 other periods behind the limits there is too little to go by; a missing period is unknown.
     */
    static Judgement ofChart(ControlChart chart, int index, Cadence cadence) {
        return ChartJudgements.at(chart, index, cadence);
    }

    /** Judges an area by the three sigma limits of a funnel. */
    static Judgement ofArea(FunnelPoint area) {
        return new AreaJudgement(area);
    }

    /** There is no judgement, for this reason. */
    static Judgement withheld(WithheldJudgement.Reason reason) {
        return new WithheldJudgement(reason);
    }
}
