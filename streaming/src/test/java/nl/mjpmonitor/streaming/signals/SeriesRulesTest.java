package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import org.junit.jupiter.api.Test;

class SeriesRulesTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-21T12:00:00Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth FIRST = YearMonth.of(2019, 1);
    private static final WatchedSeries BURGLARIES = series("woninginbraak GM0935");
    private static final WatchedSeries BURGLARIES_OF_WIJK = series("woninginbraak WK093500");
    private static final WatchedSeries BURGLARIES_OF_BUURT = series("woninginbraak BU09350000");
    private static final WatchedSeries REPORTS = series("meldingen-drugs GM0935");
    private static final SeriesRule MONTHS = new MonthLimitsRule(SignalSettings.USUAL);
    private static final SeriesRule RUNNING = new RunningMonthRule(SignalSettings.USUAL);
    private static final SeriesRule SERIES = new BurglarySeriesRule(SignalSettings.USUAL);
    private static final SeriesRule TARGETS = new TargetRule(SignalSettings.USUAL);

    @Test
    void aMonthFarAboveItsEarlierMonthsIsFound() {
        List<Finding> findings = MONTHS.findings(BURGLARIES, stand(BURGLARIES, OCTOBER, 60), NOVEMBER);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(SignalRule.MONTH_OUTSIDE_LIMITS);
            assertThat(finding.figures())
                    .containsEntry("periode", "2026-10")
                    .containsEntry("aantal", "60")
                    .containsEntry("maanden", "36")
                    .containsOnlyKeys(SignalRule.MONTH_OUTSIDE_LIMITS.figures());
            assertThat(Double.parseDouble(finding.figures().get("bovengrens"))).isBetween(20.0, 59.0);
        });
    }

    @Test
    void aMonthFarBelowItsEarlierMonthsIsFoundToo() {
        assertThat(MONTHS.findings(BURGLARIES, stand(BURGLARIES, OCTOBER, 2), NOVEMBER))
                .extracting(finding -> finding.figures().get("aantal"))
                .containsExactly("2");
    }

    @Test
    void anOrdinaryMonthIsNotFound() {
        assertThat(MONTHS.findings(BURGLARIES, stand(BURGLARIES, OCTOBER, 22), NOVEMBER))
                .isEmpty();
    }

    @Test
    void aMonthThatWasNotDeliveredIsNotJudgedAndTheOneBeforeItIs() {
        Map<Integer, MonthStand> months = months(month -> month.equals(OCTOBER.minusMonths(1)) ? 60 : ordinary(month));

        assertThat(MONTHS.findings(BURGLARIES, stand(BURGLARIES, months, FIRST, OCTOBER.minusMonths(1)), NOVEMBER))
                .extracting(Finding::key)
                .containsExactly("maand-buiten-grenzen 2026-09");
    }

    @Test
    void aMonthWithAnUnknownCountIsNotJudged() {
        Map<Integer, MonthStand> months = months(month -> month.equals(OCTOBER) ? 60 : ordinary(month));
        months.put(SeriesStand.number(OCTOBER), new MonthStand(60, 1));

        assertThat(MONTHS.findings(BURGLARIES, stand(BURGLARIES, months, FIRST, OCTOBER), NOVEMBER))
                .isEmpty();
    }

    @Test
    void theCoronaYearsSetNoLimits() {
        // so long a baseline reaches behind them
        SeriesRule far = new MonthLimitsRule(SignalSettings.parse("maanden-vergeleken=80"));
        Map<Integer, MonthStand> quiet =
                months(month -> month.getYear() == 2020 || month.getYear() == 2021 ? 0 : ordinary(month));
        Map<Integer, MonthStand> usual = months(SeriesRulesTest::ordinary);
        quiet.put(SeriesStand.number(OCTOBER), new MonthStand(60, 0));
        usual.put(SeriesStand.number(OCTOBER), new MonthStand(60, 0));

        assertThat(far.findings(BURGLARIES, stand(BURGLARIES, quiet, FIRST, OCTOBER), NOVEMBER))
                .hasSize(1)
                .isEqualTo(far.findings(BURGLARIES, stand(BURGLARIES, usual, FIRST, OCTOBER), NOVEMBER));
    }

    @Test
    void withLessThanAYearToCompareWithNothingIsFound() {
        YearMonth from = OCTOBER.minusMonths(11);

        assertThat(MONTHS.findings(
                        BURGLARIES,
                        stand(BURGLARIES, months(month -> month.equals(OCTOBER) ? 90 : 20), from, OCTOBER),
                        NOVEMBER))
                .isEmpty();
    }

    @Test
    void aWijkIsJudgedOnlyWhenItsCountsSuffice() {
        Map<Integer, MonthStand> few = months(month -> month.equals(OCTOBER) ? 20 : 1);
        Map<Integer, MonthStand> enough = months(month -> month.equals(OCTOBER) ? 60 : ordinary(month));

        assertThat(MONTHS.findings(BURGLARIES_OF_WIJK, stand(BURGLARIES_OF_WIJK, few, FIRST, OCTOBER), NOVEMBER))
                .isEmpty();
        assertThat(MONTHS.findings(BURGLARIES_OF_WIJK, stand(BURGLARIES_OF_WIJK, enough, FIRST, OCTOBER), NOVEMBER))
                .hasSize(1);
    }

    @Test
    void aMonthBeyondTheHorizonIsNotJudged() {
        Instant later = Instant.parse("2027-03-01T12:00:00Z");

        assertThat(MONTHS.findings(BURGLARIES, stand(BURGLARIES, OCTOBER, 60), later))
                .isEmpty();
    }

    @Test
    void theRunningMonthIsJudgedByTheDaysItHas() {
        YearMonth running = YearMonth.of(2026, 11);
        Map<Integer, MonthStand> months = months(month -> ordinary(month));
        // an ordinary month has 21, and ten days have passed
        Instant tenth = Instant.parse("2026-11-11T00:00:00Z");
        months.put(SeriesStand.number(running), new MonthStand(24, 0));

        assertThat(RUNNING.findings(REPORTS, stand(REPORTS, months, FIRST, running), tenth))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("aantal", "24")
                        .containsEntry("dagen", "10")
                        .containsOnlyKeys(SignalRule.RUNNING_MONTH_HIGH.figures()));
        assertThat(RUNNING.findings(REPORTS, stand(REPORTS, months, FIRST, running), NOVEMBER.plusSeconds(700_000)))
                .as("the same number at the end of the month is ordinary")
                .isEmpty();
    }

    @Test
    void aRunningMonthIsNeverTooLow() {
        YearMonth running = YearMonth.of(2026, 11);
        Map<Integer, MonthStand> months = months(month -> month.equals(running) ? 0 : ordinary(month));

        assertThat(RUNNING.findings(REPORTS, stand(REPORTS, months, FIRST, running), NOVEMBER))
                .isEmpty();
    }

    @Test
    void ofTheFirstDaysOfAMonthNothingIsSaid() {
        YearMonth running = YearMonth.of(2026, 11);
        Map<Integer, MonthStand> months = months(month -> month.equals(running) ? 50 : ordinary(month));

        assertThat(RUNNING.findings(
                        REPORTS, stand(REPORTS, months, FIRST, running), Instant.parse("2026-11-05T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void aSeriesOfBurglariesInAQuietBuurtIsFoundWithinDays() {
        assertThat(SERIES.findings(BURGLARIES_OF_BUURT, gained(Map.of(-1L, 2L, -30L, 2L), Set.of()), NOVEMBER))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("aantal", "4")
                        .containsEntry("dagen", "7")
                        .containsOnlyKeys(SignalRule.BURGLARY_SERIES.figures()));
    }

    @Test
    void twoBurglariesAreNoSeries() {
        assertThat(SERIES.findings(BURGLARIES_OF_BUURT, gained(Map.of(-1L, 2L), Set.of()), NOVEMBER))
                .isEmpty();
    }

    @Test
    void burglariesOfLongerAgoAreNoPartOfASeries() {
        assertThat(SERIES.findings(BURGLARIES_OF_BUURT, gained(Map.of(-1L, 2L, -200L, 5L), Set.of()), NOVEMBER))
                .isEmpty();
    }

    @Test
    void whatADeliveryBringsIsNoSeries() {
        assertThat(SERIES.findings(BURGLARIES_OF_BUURT, gained(Map.of(-1L, 9L), Set.of(-2L)), NOVEMBER))
                .isEmpty();
    }

    @Test
    void aCorrectionTakesAwayFromASeries() {
        assertThat(SERIES.findings(BURGLARIES_OF_BUURT, gained(Map.of(-3L, 4L, -1L, -2L), Set.of()), NOVEMBER))
                .isEmpty();
    }

    @Test
    void aYearThatAlreadyHasMoreThanLastYearCannotFall() {
        Map<Integer, MonthStand> months = months(month -> month.getYear() == 2026 ? 26 : 20);

        assertThat(TARGETS.findings(BURGLARIES, stand(BURGLARIES, months, FIRST, OCTOBER), NOVEMBER))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("periode", "2026")
                        .containsEntry("soort", "omlaag")
                        .containsEntry("zekerheid", "zeker")
                        .containsEntry("aantal", "260")
                        .containsEntry("doel", "240")
                        .containsEntry("tot-en-met", "2026-10"));
    }

    @Test
    void aYearThatMayStillFallIsNotFound() {
        Map<Integer, MonthStand> months = months(month -> month.getYear() == 2026 ? 24 : 20);

        assertThat(TARGETS.findings(BURGLARIES, stand(BURGLARIES, months, FIRST, OCTOBER), NOVEMBER))
                .isEmpty();
    }

    @Test
    void aNormThatAsksForAnotherPaceIsOutOfReach() {
        WatchedSeries trainings = series("cter-trainingen GM0935");
        YearMonth september = YearMonth.of(2024, 9);
        Instant october = Instant.parse("2024-10-15T12:00:00Z");

        assertThat(TARGETS.findings(
                        trainings, stand(trainings, perMonth(2024, 9, 0), YearMonth.of(2024, 1), september), october))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("soort", "ten-minste")
                        .containsEntry("zekerheid", "waarschijnlijk")
                        .containsEntry("doel", "20"));
        assertThat(TARGETS.findings(
                        trainings, stand(trainings, perMonth(2024, 9, 2), YearMonth.of(2024, 1), september), october))
                .as("18 of 20 with three months to go")
                .isEmpty();
    }

    @Test
    void aNormIsMissedForCertainWhenItsPeriodIsOver() {
        WatchedSeries trainings = series("cter-trainingen GM0935");
        Instant january = Instant.parse("2025-01-20T12:00:00Z");
        YearMonth december = YearMonth.of(2024, 12);

        assertThat(TARGETS.findings(
                        trainings, stand(trainings, perMonth(2024, 12, 1), YearMonth.of(2024, 1), december), january))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("zekerheid", "zeker")
                        .containsEntry("aantal", "12"));
        assertThat(TARGETS.findings(
                        trainings,
                        stand(trainings, perMonth(2024, 12, 1), YearMonth.of(2024, 1), december),
                        january.plusSeconds(200L * 24 * 3_600)))
                .as("long ago")
                .isEmpty();
    }

    @Test
    void aFigureThatWouldBeWithheldIsNotTold() {
        WatchedCatalogue.shared().all().stream()
                .filter(series -> series.indicator().disclosure().below() > 0)
                .filter(series -> !series.rows().fact().streamed().isEmpty())
                .forEach(series -> {
                    Map<Integer, MonthStand> months = months(month -> month.equals(OCTOBER) ? 1 : ordinary(month));
                    assertThat(MONTHS.findings(series, stand(series, months, FIRST, OCTOBER), NOVEMBER))
                            .as(series.indicator().id().value())
                            .isEmpty();
                });
    }

    @Test
    void everySettingThatARuleListensToIsSettable() {
        for (SignalRule rule : SignalRule.values()) {
            for (SignalSetting setting : SignalSettings.of(rule)) {
                assertThat(SignalSettings.parse(setting.key() + "=" + setting.usual())
                                .value(setting))
                        .isEqualTo(setting.usual());
            }
        }
    }

    private static WatchedSeries series(String key) {
        return WatchedCatalogue.shared().find(key).orElseThrow();
    }

    /** 18 to 23, without a trend. */
    private static long ordinary(YearMonth month) {
        return 18 + (month.getYear() * 12L + month.getMonthValue()) * 7 % 6;
    }

    private static Map<Integer, MonthStand> months(ToLongFunction<YearMonth> count) {
        Map<Integer, MonthStand> months = new HashMap<>();
        for (YearMonth month = FIRST; !month.isAfter(YearMonth.of(2026, 11)); month = month.plusMonths(1)) {
            months.put(SeriesStand.number(month), new MonthStand(count.applyAsLong(month), 0));
        }
        return months;
    }

    private static Map<Integer, MonthStand> perMonth(int year, int last, long count) {
        Map<Integer, MonthStand> months = new HashMap<>();
        for (int month = 1; month <= last; month++) {
            months.put(SeriesStand.number(YearMonth.of(year, month)), new MonthStand(count, 0));
        }
        return months;
    }

    private static SeriesStand stand(WatchedSeries series, YearMonth changed, long count) {
        return stand(series, months(month -> month.equals(changed) ? count : ordinary(month)), FIRST, OCTOBER);
    }

    private static SeriesStand stand(
            WatchedSeries series, Map<Integer, MonthStand> months, YearMonth keptFrom, YearMonth keptTo) {
        MonthCover cover = new MonthCover(
                String.join(",", series.registers()), SeriesStand.number(keptFrom), SeriesStand.number(keptTo));
        return new SeriesStand(series.registers(), months, List.of(cover), Map.of(), Set.of());
    }

    /** A buurt with one burglary a quarter, and what it gained so many hours ago. */
    private static SeriesStand gained(Map<Long, Long> gains, Set<Long> intakes) {
        long now = Math.floorDiv(NOVEMBER.toEpochMilli(), 3_600_000L);
        Map<Long, Long> byHour = new HashMap<>();
        gains.forEach((hours, gain) -> byHour.put(now + hours, gain));
        MonthCover cover = new MonthCover("*", SeriesStand.number(FIRST), SeriesStand.number(OCTOBER));
        return new SeriesStand(
                BURGLARIES_OF_BUURT.registers(),
                months(month -> month.getMonthValue() % 3 == 0 ? 1 : 0),
                List.of(cover),
                byHour,
                intakes.stream().map(hours -> now + hours).collect(Collectors.toSet()));
    }
}
