package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgementTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    @ParameterizedTest
    @CsvSource({
        "167, 193, WITHIN_CHANCE",
        "3, 1, WITHIN_CHANCE",
        "1, 4, WITHIN_CHANCE",
        "21, 26, WITHIN_CHANCE",
        "535, 413, UNUSUALLY_LOW",
        "1135, 1169, WITHIN_CHANCE",
        "29, 27, WITHIN_CHANCE",
        "659, 648, WITHIN_CHANCE",
        "312, 341, WITHIN_CHANCE",
        "4, 9, WITHIN_CHANCE"
    })
    void judgesThePublishedTable(long earlier, long later, Verdict verdict) {
        assertThat(Judgement.ofChange(PoissonComparison.of(earlier, later)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void explainsAFall() {
        var judgement = Judgement.ofChange(PoissonComparison.of(535, 413));

        assertThat(judgement.word(DUTCH)).isEqualTo("ongewoon laag");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo("Van 535 naar 413 (−122). Als er niets verandert, komt zo'n groot verschil"
                        + " in minder dan 1 van de 1.000 gevallen voor. Dat is een ongewone daling.");
        assertThat(judgement.sentence(Locale.UK))
                .isEqualTo("From 535 to 413 (−122). When nothing changes, you see a difference this large"
                        + " in fewer than 1 of 1,000 cases. That is an unusual fall.");
    }

    @Test
    void explainsChance() {
        var judgement = Judgement.ofChange(PoissonComparison.of(1135, 1169));

        assertThat(judgement.word(DUTCH)).isEqualTo("binnen toevalsvariatie");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo("Van 1.135 naar 1.169 (+34). Ook als er niets verandert, komt zo'n groot verschil"
                        + " in 49 van de 100 gevallen voor. Dat verschilt niet meer dan door toeval te verwachten is.");
    }

    @Test
    void warnsOfPercentagesOnSmallCounts() {
        assertThat(Judgement.ofChange(PoissonComparison.of(1, 4)).sentence(DUTCH))
                .isEqualTo("Van 1 naar 4 (+3). Ook als er niets verandert, komt zo'n groot verschil"
                        + " in 38 van de 100 gevallen voor. Dat verschilt niet meer dan door toeval te verwachten is."
                        + " Bij zulke kleine aantallen zegt een percentage niets.");
    }

    @Test
    void countsFromNothingWithoutADifference() {
        assertThat(Judgement.ofChange(PoissonComparison.of(0, 3)).sentence(DUTCH))
                .startsWith("Van 0 naar 3. Ook als er niets verandert");
    }

    @Test
    void saysThatANumberStayed() {
        assertThat(Judgement.ofChange(PoissonComparison.of(12, 12)).sentence(DUTCH))
                .isEqualTo("Het aantal bleef 12.");
    }

    @Test
    void mentionsUnequalExposures() {
        var judgement = Judgement.ofChange(new PoissonComparison(ExposedCount.of(40, 12), ExposedCount.of(40, 3)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNUSUALLY_HIGH);
        assertThat(judgement.sentence(DUTCH))
                .startsWith("Het aantal bleef 40. De twee perioden of gebieden zijn niet even groot.")
                .endsWith("Dat is een ongewone stijging.");
    }

    @Test
    void judgesAMonthByTheSeason() {
        var reference = SeasonalReference.of(
                new TreeMap<>(Map.of(
                        YearMonth.of(2022, 10), 25L,
                        YearMonth.of(2023, 10), 28L,
                        YearMonth.of(2024, 10), 24L,
                        YearMonth.of(2025, 10), 27L)),
                1);

        assertThat(Judgement.ofSeason(48, reference).sentence(DUTCH))
                .isEqualTo("Het aantal is 48. Normaal zijn dat er 11 tot 45. Dat is ongewoon hoog.");
        assertThat(Judgement.ofSeason(48, reference).word(DUTCH)).isEqualTo("ongewoon hoog");
        assertThat(Judgement.ofSeason(45, reference).verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
        assertThat(Judgement.ofSeason(10, reference).verdict()).isEqualTo(Verdict.UNUSUALLY_LOW);
    }

    @Test
    void judgesNoMonthOnTwoYears() {
        var reference = SeasonalReference.of(
                new TreeMap<>(Map.of(YearMonth.of(2024, 10), 24L, YearMonth.of(2025, 10), 27L)), 1);

        var judgement = Judgement.ofSeason(48, reference);

        assertThat(judgement.word(DUTCH)).isEqualTo("te weinig gegevens");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo("Er zijn 2 eerdere perioden om mee te vergelijken. Voor een oordeel zijn er 3 nodig.");
    }

    @Test
    void judgesThePointOfAChart() {
        var chart = ControlChart.withLimits(new Limits(6.4, 19.7, 33), counted(20, 34, 20, 20, 33, 6));

        assertThat(monthly(chart, 1).sentence(DUTCH))
                .isEqualTo("Het aantal is 34. Normaal zijn dat er 7 tot 33. Dat is ongewoon hoog.");
        assertThat(monthly(chart, 4).verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
        assertThat(monthly(chart, 5).verdict()).isEqualTo(Verdict.UNUSUALLY_LOW);
    }

    @Test
    void judgesRatesAsCounts() {
        // 24 months with 20 in 10,000 inhabitants, then 40 in 5,000
        var observations = new ArrayList<>(Collections.nCopies(24, Observation.of(ExposedCount.of(20, 10_000))));
        observations.add(Observation.of(ExposedCount.of(40, 5_000)).testedOnly());
        var chart = ControlChart.of(observations);

        assertThat(chart.kind()).isEqualTo(ChartKind.U);
        assertThat(monthly(chart, 24).sentence(DUTCH))
                .isEqualTo("Het aantal is 40. Normaal zijn dat er 1 tot 19. Dat is ongewoon hoog.");
    }

    @Test
    void judgesMeasurementsInTheirOwnUnit() {
        var chart = ControlChart.withLimits(
                new Limits(10.25, 12.5, 14.75), List.of(Observation.measured(15.125), Observation.measured(12)));

        assertThat(monthly(chart, 0).sentence(DUTCH))
                .isEqualTo("De waarde is 15,1. Normaal is 10,2 tot 14,8. Dat is ongewoon hoog.");
    }

    @Test
    void countsTheMonthsOfAShift() {
        var observations = baseline();
        observations.addAll(Collections.nCopies(9, Observation.counted(15).testedOnly()));
        var chart = ControlChart.of(observations);

        var judgement = monthly(chart, 36 + 8);

        assertThat(judgement.verdict()).isEqualTo(Verdict.LONG_LOWER);
        assertThat(judgement.word(DUTCH)).isEqualTo("al 9 maanden lager");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo("Het is al 9 maanden minder dan gemiddeld (20). Dat komt door toeval zelden voor.");
        assertThat(judgement.word(Locale.US)).isEqualTo("lower for 9 months");
        assertThat(Judgement.ofChart(chart, 36 + 8, Cadence.YEAR).word(DUTCH)).isEqualTo("al 9 jaar lager");
        assertThat(monthly(chart, 36 + 5).verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
    }

    @Test
    void countsTheMonthsOfATrend() {
        var observations = baseline();
        for (var count = 16; count <= 23; count++) {
            observations.add(Observation.counted(count).testedOnly());
        }

        var judgement = monthly(ControlChart.of(observations), 36 + 7);

        assertThat(judgement.verdict()).isEqualTo(Verdict.RISING);
        assertThat(judgement.word(DUTCH)).isEqualTo("al 8 maanden stijgend");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo("De laatste 8 maanden ging het steeds omhoog. Dat komt door toeval zelden voor.");
    }

    @Test
    void tellsWhenTwoOfThreeLieNearALimit() {
        var observations = baseline();
        List.of(30L, 21L, 30L)
                .forEach(count -> observations.add(Observation.counted(count).testedOnly()));

        var judgement = monthly(ControlChart.of(observations), 36 + 2);

        assertThat(judgement.word(DUTCH)).isEqualTo("ongewoon hoog");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo(
                        "Van de laatste 3 maanden waren er minstens 2 veel hoger dan gemiddeld (20). Dat is ongewoon hoog.");
    }

    @Test
    void judgesNothingUnknownLeftOutOrWithoutBaseline() {
        var observations = baseline();
        observations.add(Observation.missing());
        observations.add(Observation.counted(20).leftOut());
        var chart = ControlChart.of(observations);
        var tooShort = ControlChart.of(counted(1, 2, 3, 2, 1, 2, 1, 2, 3, 2, 1, 2));

        assertThat(monthly(chart, 36).word(DUTCH)).isEqualTo("onbekend");
        assertThat(monthly(chart, 37).sentence(DUTCH)).isEqualTo("Deze periode telt niet mee in de vergelijking.");
        assertThat(monthly(tooShort, 11).verdict()).isEqualTo(Verdict.TOO_FEW_DATA);
        assertThat(monthly(tooShort, 11).sentence(DUTCH)).startsWith("Er zijn 11 eerdere perioden");
    }

    @Test
    void judgesAnAreaByItsSize() {
        var judgement = Judgement.ofArea(new FunnelLimits(0.006, 1).at(ExposedCount.of(59, 5_000)));

        assertThat(judgement.word(DUTCH)).isEqualTo("ongewoon hoog");
        assertThat(judgement.sentence(DUTCH))
                .isEqualTo(
                        "Het aantal is 59. In een gebied van deze grootte is 15 tot 48 normaal. Dat is ongewoon hoog.");
    }

    @Test
    void judgesAnEarlyWarning() {
        var counts = List.of(10L, 12L, 9L, 11L, 10L, 8L, 12L, 11L, 9L, 10L, 11L, 30L);

        assertThat(Judgement.ofEarlyWarning(Ears.c1().at(counts, 11)).sentence(DUTCH))
                .isEqualTo("Het aantal is 30. In de perioden ervoor was dat gemiddeld 10,1. Dat is ongewoon hoog.");
        assertThat(Judgement.ofEarlyWarning(Ears.c3().at(counts, 11)).sentence(DUTCH))
                .contains("De laatste 3 perioden samen");
        assertThat(Judgement.ofEarlyWarning(Ears.c1().at(counts, 10)).verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
    }

    @ParameterizedTest
    @EnumSource(WithheldJudgement.Reason.class)
    void saysWhyThereIsNoJudgement(WithheldJudgement.Reason reason) {
        var judgement = Judgement.withheld(reason);

        assertThat(judgement.verdict())
                .isIn(
                        Verdict.UNKNOWN,
                        Verdict.INCOMPLETE,
                        Verdict.TOO_FEW_DATA,
                        Verdict.WITHHELD,
                        Verdict.NOT_COMPARABLE);
        assertThat(judgement.sentence(DUTCH)).endsWith(".");
        assertThat(judgement.word(Locale.UK)).isNotBlank();
    }

    @Test
    void speaksDutchToEveryOtherLanguage() {
        assertThat(Judgement.withheld(WithheldJudgement.Reason.UNKNOWN).word(Locale.GERMANY))
                .isEqualTo("onbekend");
        assertThat(Judgement.ofChange(PoissonComparison.of(1135, 1135)).sentence(Locale.FRANCE))
                .isEqualTo("Het aantal bleef 1.135.");
    }

    @Test
    void hasAllTextsInBothLanguages() {
        assertThat(texts(Locale.ENGLISH).keySet()).isEqualTo(texts(Locale.ROOT).keySet());
        assertThat(texts(Locale.ROOT).keySet())
                .containsAll(Stream.of(Verdict.values())
                        .map(verdict -> "word." + verdict)
                        .toList());
    }

    @Test
    void neverSaysSignificant() {
        assertThat(Stream.of(Locale.ROOT, Locale.ENGLISH).flatMap(locale -> texts(locale).values().stream()))
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("signific"));
    }

    @Test
    void refusesRunsWithoutWording() {
        assertThatThrownBy(() -> new RunJudgement(RunRule.FOUR_OF_FIVE, Direction.HIGHER, 5, 20, Cadence.MONTH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RangeJudgement(1, 3, 2, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChangeJudgement(PoissonComparison.of(1, 2), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Judgement monthly(ControlChart chart, int index) {
        return Judgement.ofChart(chart, index, Cadence.MONTH);
    }

    /** Three years around 20 a month. */
    private static List<Observation> baseline() {
        var observations = new ArrayList<Observation>();
        for (var month = 0; month < 36; month++) {
            observations.add(Observation.counted(month % 2 == 0 ? 16 : 24));
        }
        return observations;
    }

    private static List<Observation> counted(long... counts) {
        var observations = new ArrayList<Observation>();
        for (var count : counts) {
            observations.add(Observation.counted(count));
        }
        return observations;
    }

    private static Map<String, String> texts(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "nl.mjpmonitor.warehouse.statistics.judgement",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }
}
