package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SurveyJudgementTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    @Test
    void aDifferenceWithinTheMarginsIsNoDifference() {
        SurveyJudgement judgement = new SurveyJudgement(result(19.4, 17.9, 20.9), result(18.1, 16.7, 19.5));

        assertThat(judgement.verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
        assertThat(judgement.word(DUTCH)).isEqualTo("geen aantoonbaar verschil");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo(
                        "Eerst 19,4, nu 18,1. Dat valt binnen de marges van het onderzoek. Dus is er geen aantoonbaar"
                                + " verschil.");
        assertThat(judgement.sentence(Locale.ENGLISH)).contains("no demonstrable difference");
    }

    @Test
    void theMarginOfTheDifferenceIsRecoveredFromBoth() {
        ConfidenceInterval difference = new SurveyJudgement(result(50, 46, 53), result(60, 57, 65)).difference();

        assertThat(difference.lower()).isCloseTo(10 - Math.sqrt(3 * 3 + 3 * 3), within(1e-12));
        assertThat(difference.upper()).isCloseTo(10 + Math.sqrt(5 * 5 + 4 * 4), within(1e-12));
        assertThat(difference.level()).isEqualTo(0.95);
    }

    @Test
    void marginsThatTouchCanStillDiffer() {
        SurveyJudgement judgement = new SurveyJudgement(result(7.2, 7.1, 7.3), result(7.4, 7.3, 7.5));

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNUSUALLY_HIGH);
        assertThat(judgement.word(DUTCH)).isEqualTo("hoger");
    }

    @Test
    void lowerIsSaidToBeLower() {
        SurveyJudgement judgement = new SurveyJudgement(result(30, 28, 32), result(18, 17, 19));

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNUSUALLY_LOW);
        assertThat(judgement.sentence(DUTCH)).contains("groter dan de marges");
    }

    @Test
    void anEstimateOutsideItsMarginIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> result(20, 17, 19));
    }

    private static SurveyJudgement.Result result(double value, double lower, double upper) {
        return new SurveyJudgement.Result(value, new ConfidenceInterval(lower, upper, 0.95));
    }
}
