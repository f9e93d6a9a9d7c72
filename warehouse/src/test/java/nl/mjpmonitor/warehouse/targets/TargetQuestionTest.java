package nl.mjpmonitor.warehouse.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class TargetQuestionTest {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.load();
    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");

    /** 2022, 2023 and 2024 are over. */
    private static final YearMonth JUNE = YearMonth.of(2025, 6);

    @Test
    void aWayDownIsMetWhenEveryYearIsLowerThanChanceExplains() {
        TargetJudgement judgement = judged("woninginbraak", 167, 110, 90);

        assertThat(judgement.verdict()).isEqualTo(TargetVerdict.MET);
        assertThat(judgement.reason().nl())
                .isEqualTo("2024: 90; 2022, voor het programma: 167. De goede kant op: 2023, 2024.");
    }

    @Test
    void aWayDownIsNotMetWhenEveryYearIsHigher() {
        assertThat(judged("woninginbraak", 167, 260, 300).verdict()).isEqualTo(TargetVerdict.NOT_MET);
    }

    @Test
    void yearsThatDifferAreMixed() {
        assertThat(judged("woninginbraak", 167, 260, 90).verdict()).isEqualTo(TargetVerdict.MIXED);
        assertThat(judged("woninginbraak", 167, 165, 90).verdict()).isEqualTo(TargetVerdict.MIXED);
    }

    @Test
    void aDifferenceByChanceDecidesNothing() {
        TargetJudgement judgement = judged("woninginbraak", 167, 160, 175);

        assertThat(judgement.verdict()).isEqualTo(TargetVerdict.UNDECIDED);
        assertThat(judgement.reason().nl()).endsWith("Niet meer verschil dan door toeval: 2023, 2024.");
    }

    @Test
    void anUnknownYearDoesNotCountAndANewerKnownOneDoes() {
        List<IndicatorPoint> points = counted(167, 90, 0);
        points.set(2, IndicatorPoint.of(Period.year(2024), new IndicatorValue.Unknown()));

        TargetJudgement judgement = answer("woninginbraak", JUNE, points).orElseThrow();

        assertThat(judgement.verdict()).isEqualTo(TargetVerdict.MET);
        assertThat(judgement.reason().nl()).startsWith("2023: 90;");
    }

    @Test
    void withoutAnyFigureTheReasonIsThatOfTheComparison() {
        List<IndicatorPoint> points = counted(167, 0, 0);
        points.set(1, IndicatorPoint.of(Period.year(2023), new IndicatorValue.Unknown()));
        points.set(2, IndicatorPoint.of(Period.year(2024), new IndicatorValue.Suppressed()));

        TargetJudgement judgement = answer("woninginbraak", JUNE, points).orElseThrow();

        assertThat(judgement.verdict()).isEqualTo(TargetVerdict.UNDECIDED);
        assertThat(judgement.reason().nl()).isEqualTo("Een van de cijfers is zo klein dat het niet wordt gegeven.");
    }

    @Test
    void withoutAWholeYearNothingIsAsked() {
        TargetQuestion question = question("woninginbraak", YearMonth.of(2023, 11));

        assertThat(question.requests()).isEmpty();
        assertThat(question.answer(List.of()).orElseThrow().verdict()).isEqualTo(TargetVerdict.UNDECIDED);
    }

    @Test
    void theYearsOfTheProgrammeAreOneSeriesFromTheYearBefore() {
        assertThat(question("woninginbraak", YearMonth.of(2024, 12)).requests())
                .containsExactly(SeriesRequest.latest(
                        new IndicatorId("woninginbraak"), MAASTRICHT, Period.year(2022), Period.year(2024)));
    }

    @Test
    void surveyFiguresDifferWhenTheirMarginsDoNotOverlap() {
        assertThat(surveyed("20", "18", "22", "15", "13", "17").verdict()).isEqualTo(TargetVerdict.MET);
        assertThat(surveyed("20", "18", "22", "19", "17", "21").verdict()).isEqualTo(TargetVerdict.UNDECIDED);
        assertThat(surveyed("20", "18", "22", "26", "24", "28").verdict()).isEqualTo(TargetVerdict.NOT_MET);
    }

    @Test
    void measuredFiguresWithoutMarginsDecideNothing() {
        List<IndicatorPoint> points = List.of(
                IndicatorPoint.of(Period.year(2022), measured("20")),
                IndicatorPoint.of(Period.year(2023), measured("10")),
                IndicatorPoint.of(Period.year(2024), measured("5")));

        assertThat(answer("weleens-onveilig", JUNE, points).orElseThrow().verdict())
                .isEqualTo(TargetVerdict.UNDECIDED);
    }

    @Test
    void aNormIsMetAsSoonAsItIsReachedAndMissedOnlyWhenThePeriodIsOver() {
        // at least 20 in 2024
        assertThat(norm(20, YearMonth.of(2024, 3))).isEqualTo(TargetVerdict.MET);
        assertThat(norm(19, YearMonth.of(2024, 11))).isEqualTo(TargetVerdict.UNDECIDED);
        assertThat(norm(19, YearMonth.of(2024, 12))).isEqualTo(TargetVerdict.NOT_MET);
        assertThat(norm(21, YearMonth.of(2024, 12))).isEqualTo(TargetVerdict.MET);
    }

    @Test
    void aNormSaysWhatWasAgreed() {
        assertThat(answer("cter-trainingen", JUNE, List.of(year(2024, 19)))
                        .orElseThrow()
                        .reason()
                        .nl())
                .isEqualTo("2024: 19. Afgesproken is ten minste 20.");
    }

    @Test
    void aNormOfAnUnknownYearIsUndecided() {
        assertThat(answer(
                                "cter-trainingen",
                                JUNE,
                                List.of(IndicatorPoint.of(Period.year(2024), new IndicatorValue.Unknown())))
                        .orElseThrow())
                .isEqualTo(new TargetJudgement(
                        TargetVerdict.UNDECIDED,
                        new LocalizedText("Het cijfer van 2024 is niet bekend.", "The figure of 2024 is not known.")));
    }

    @Test
    void aMilestoneIsMissedWhenNothingWasCountedInTime() {
        // by December 2024
        assertThat(milestone(0, JUNE)).isEqualTo(TargetVerdict.NOT_MET);
        assertThat(milestone(0, YearMonth.of(2024, 11))).isEqualTo(TargetVerdict.UNDECIDED);
        assertThat(milestone(54, JUNE)).isEqualTo(TargetVerdict.UNDECIDED);
    }

    @Test
    void wordsAloneAreUndecidedAndNoTargetIsNoJudgement() {
        assertThat(question("bibob-screeningen", JUNE).requests()).isEmpty();
        assertThat(question("bibob-screeningen", JUNE)
                        .answer(List.of())
                        .orElseThrow()
                        .verdict())
                .isEqualTo(TargetVerdict.UNDECIDED);
        assertThat(question("meldingen", JUNE).answer(List.of())).isEmpty();
    }

    @Test
    void aMissingAnswerIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question("woninginbraak", JUNE).answer(List.of()));
    }

    @Test
    void everyTargetOfTheCatalogueCanBeAsked() {
        assertThat(CATALOGUE.indicators()).allSatisfy(indicator -> {
            TargetQuestion question = new TargetQuestion(indicator, MAASTRICHT, TargetQuestion.BEFORE_PROGRAMME, JUNE);
            List<IndicatorSeries> unknown = question.requests().stream()
                    .map(request -> new IndicatorSeries(
                            request,
                            Period.range(request.from(), request.to()).stream()
                                    .map(period -> IndicatorPoint.of(period, new IndicatorValue.Unknown()))
                                    .toList()))
                    .toList();
            question.answer(unknown)
                    .ifPresent(judgement -> assertThat(judgement.verdict()).isEqualTo(TargetVerdict.UNDECIDED));
        });
    }

    @Test
    void togetherTheyAreMetWhenAllAre() {
        assertThat(together(TargetVerdict.MET, TargetVerdict.MET)).contains(TargetVerdict.MET);
        assertThat(together(TargetVerdict.NOT_MET, TargetVerdict.NOT_MET)).contains(TargetVerdict.NOT_MET);
        assertThat(together(TargetVerdict.MET, TargetVerdict.NOT_MET)).contains(TargetVerdict.MIXED);
        assertThat(together(TargetVerdict.MET, TargetVerdict.UNDECIDED)).contains(TargetVerdict.UNDECIDED);
        assertThat(together(TargetVerdict.NOT_MET, TargetVerdict.UNDECIDED)).contains(TargetVerdict.UNDECIDED);
        assertThat(together(TargetVerdict.MIXED, TargetVerdict.UNDECIDED)).contains(TargetVerdict.MIXED);
        assertThat(together()).isEmpty();
    }

    @Test
    void togetherTheyTellHowManyAreWhat() {
        assertThat(TargetJudgement.together(List.of(
                                judged("woninginbraak", 167, 110, 90),
                                judged("woninginbraak", 167, 260, 300),
                                judged("woninginbraak", 167, 260, 300)))
                        .orElseThrow()
                        .reason()
                        .nl())
                .isEqualTo("Van de 3 cijfers: doel gehaald bij 1, doel niet gehaald bij 2.");
    }

    @Test
    void togetherTheyTellThatAllAreTheSame() {
        TargetJudgement missed = judged("woninginbraak", 167, 260, 300);
        assertThat(TargetJudgement.together(List.of(missed, missed))
                        .orElseThrow()
                        .reason()
                        .nl())
                .isEqualTo("Bij alle 2 cijfers.");
    }

    private static Optional<TargetVerdict> together(TargetVerdict... verdicts) {
        return TargetJudgement.together(List.of(verdicts).stream()
                        .map(verdict -> new TargetJudgement(verdict, verdict.word()))
                        .toList())
                .map(TargetJudgement::verdict);
    }

    private static TargetVerdict norm(long count, YearMonth lastMonth) {
        return answer("cter-trainingen", lastMonth, List.of(year(2024, count)))
                .orElseThrow()
                .verdict();
    }

    private static TargetVerdict milestone(long count, YearMonth lastMonth) {
        return answer("atom-controles", lastMonth, List.of(year(2024, count)))
                .orElseThrow()
                .verdict();
    }

    private static TargetJudgement judged(String indicator, long... counts) {
        return answer(indicator, JUNE, counted(counts)).orElseThrow();
    }

    private static TargetJudgement surveyed(
            String before, String beforeLower, String beforeUpper, String after, String lower, String upper) {
        return answer(
                        "weleens-onveilig",
                        JUNE,
                        List.of(
                                survey(2022, before, beforeLower, beforeUpper),
                                survey(2023, after, lower, upper),
                                IndicatorPoint.of(Period.year(2024), new IndicatorValue.Unknown())))
                .orElseThrow();
    }

    private static IndicatorPoint survey(int year, String value, String lower, String upper) {
        return new IndicatorPoint(
                Period.year(year),
                measured(value),
                new PointMarks(
                        false,
                        Provenance.UNMARKED,
                        Optional.of(new Margin(new BigDecimal(lower), new BigDecimal(upper)))));
    }

    private static IndicatorValue measured(String value) {
        return new IndicatorValue.Measured(new BigDecimal(value), ValueStatus.DEFINITIEF);
    }

    /** Of 2022 and the years after it. */
    private static List<IndicatorPoint> counted(long... counts) {
        List<IndicatorPoint> points = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            points.add(year(2022 + index, counts[index]));
        }
        return points;
    }

    private static IndicatorPoint year(int year, long count) {
        return IndicatorPoint.of(Period.year(year), new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF));
    }

    private static TargetQuestion question(String indicator, YearMonth lastMonth) {
        Indicator found = CATALOGUE.require(new IndicatorId(indicator));
        return new TargetQuestion(found, MAASTRICHT, TargetQuestion.BEFORE_PROGRAMME, lastMonth);
    }

    private static Optional<TargetJudgement> answer(
            String indicator, YearMonth lastMonth, List<IndicatorPoint> points) {
        TargetQuestion question = question(indicator, lastMonth);
        return question.answer(question.requests().stream()
                .map(request -> new IndicatorSeries(request, points))
                .toList());
    }
}
