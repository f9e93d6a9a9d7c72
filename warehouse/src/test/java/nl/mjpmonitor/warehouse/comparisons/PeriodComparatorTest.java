package nl.mjpmonitor.warehouse.comparisons;

import static nl.mjpmonitor.warehouse.comparisons.Entries.counted;
import static nl.mjpmonitor.warehouse.comparisons.Entries.indicator;
import static nl.mjpmonitor.warehouse.comparisons.Entries.measured;
import static nl.mjpmonitor.warehouse.comparisons.Entries.suppressed;
import static nl.mjpmonitor.warehouse.comparisons.Entries.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.warehouse.comparisons.Outcome.NoPercentage;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodComparatorTest {

    private static final Locale NL = Locale.forLanguageTag("nl");
    private static final Period Y2022 = Period.year(2022);
    private static final Period Y2023 = Period.year(2023);
    private static final PeriodComparator COUNTS = new PeriodComparator(indicator(Unit.AANTAL, YearMonth.of(2019, 1)));

    @ParameterizedTest
    @CsvSource({"535, 413, -122, -23", "433, 195, -238, -55", "10, 15, 5, 50"})
    void givesTheChangeOfThePublishedTable(long base, long later, long difference, int percent) {
        assertThat(COUNTS.change(counted(Y2022, base), counted(Y2023, later)).outcome())
                .isEqualTo(new Outcome.Change(BigDecimal.valueOf(difference), percent));
    }

    @Test
    void givesOnlyTheDifferenceOnASmallBase() {
        assertThat(COUNTS.change(counted(Y2022, 9), counted(Y2023, 12)).outcome())
                .isEqualTo(new Outcome.DifferenceOnly(BigDecimal.valueOf(3), NoPercentage.BASE_SMALL));
        assertThat(COUNTS.change(counted(Y2022, 0), counted(Y2023, 12)).outcome())
                .isEqualTo(new Outcome.DifferenceOnly(BigDecimal.valueOf(12), NoPercentage.BASE_ZERO));
    }

    @Test
    void judgesTheChange() {
        ChangeComparison fall = COUNTS.change(counted(Y2022, 535), counted(Y2023, 413));
        assertThat(fall.judgement().verdict()).isEqualTo(Verdict.UNUSUALLY_LOW);
        assertThat(fall.judgement().sentence(NL)).startsWith("Van 535 naar 413");
        assertThat(COUNTS.change(counted(Y2022, 3), counted(Y2023, 1))
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.WITHIN_CHANCE);
    }

    @Test
    void comparesMonthsOfDifferentLengthByTheDay() {
        ChangeComparison fall = COUNTS.change(counted(Period.month(2023, 1), 310), counted(Period.month(2023, 2), 280));
        assertThat(fall.judgement().sentence(NL)).contains("Daar is rekening mee gehouden");
        assertThat(COUNTS.change(counted(Period.month(2022, 2), 310), counted(Period.month(2023, 2), 280))
                        .judgement()
                        .sentence(NL))
                .doesNotContain("rekening");
    }

    @Test
    void saysNothingWhereOneSideSaysNothing() {
        ChangeComparison withheld = COUNTS.change(suppressed(Y2022), counted(Y2023, 12));
        assertThat(withheld.outcome()).isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(withheld.judgement().verdict()).isEqualTo(Verdict.WITHHELD);
        assertThat(withheld.judgement().sentence(NL)).doesNotContain("12");
        assertThat(COUNTS.change(counted(Y2022, 12), suppressed(Y2023)).outcome())
                .isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(COUNTS.change(unknown(Y2022), suppressed(Y2023)).outcome())
                .isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(COUNTS.change(unknown(Y2022), counted(Y2023, 12)).outcome())
                .isEqualTo(new Outcome.None(Reason.UNKNOWN));
        assertThat(COUNTS.change(IndicatorPoint.of(Y2022, new IndicatorValue.NotApplicable()), counted(Y2023, 12))
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.NOT_APPLICABLE));
    }

    @Test
    void neverBridgesABreak() {
        PeriodComparator broken =
                new PeriodComparator(indicator(Unit.AANTAL, YearMonth.of(2019, 1), YearMonth.of(2023, 1)));
        ChangeComparison change = broken.change(counted(Y2022, 27), counted(Y2023, 111));
        assertThat(change.outcome()).isEqualTo(new Outcome.None(Reason.BREAK));
        assertThat(change.judgement().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(broken.change(
                                counted(Period.rollingYear(YearMonth.of(2022, 5)), 20),
                                counted(Period.rollingYear(YearMonth.of(2023, 5)), 30))
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.BREAK));
        assertThat(broken.againstMean(years(2019, 50, 60, 55, 58), counted(Y2023, 111), EarlierYears.ALL)
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.TOO_FEW_YEARS));
    }

    @Test
    void comparesOnlyEquallyLongPeriodsThatAreApart() {
        assertThat(COUNTS.change(counted(Y2022, 27), counted(Period.month(2023, 1), 3))
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.NOT_COMPARABLE));
        assertThat(COUNTS.change(
                                counted(Period.rollingYear(YearMonth.of(2023, 4)), 20),
                                counted(Period.rollingYear(YearMonth.of(2023, 5)), 21))
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.NOT_COMPARABLE));
    }

    @Test
    void percentagesDifferInPoints() {
        PeriodComparator percentages = new PeriodComparator(indicator(Unit.PROCENT, YearMonth.of(2019, 1)));
        ChangeComparison change = percentages.change(measured(Y2022, "30.9"), measured(Y2023, "18.7"));
        assertThat(change.outcome())
                .isEqualTo(new Outcome.DifferenceOnly(new BigDecimal("-12.2"), NoPercentage.IN_POINTS));
        assertThat(change.judgement().verdict()).isEqualTo(Verdict.TOO_FEW_DATA);
    }

    @Test
    void comparesWithTheMeanOfEarlierYears() {
        List<IndicatorPoint> earlier = years(2019, 100, 40, 44, 96);
        MeanComparison all = COUNTS.againstMean(earlier, counted(Y2023, 77), EarlierYears.ALL);
        assertThat(all.years()).containsExactlyInAnyOrder(2019, 2020, 2021, 2022);
        assertThat(all.mean()).isEqualTo(new Outcome.Amount(new BigDecimal("70.0")));
        assertThat(all.outcome()).isEqualTo(new Outcome.Change(new BigDecimal("7.0"), 10));
        assertThat(all.judgement().verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
        MeanComparison without = COUNTS.againstMean(earlier, counted(Y2023, 77), EarlierYears.WITHOUT_EXCEPTIONAL);
        assertThat(without.years()).containsExactlyInAnyOrder(2019, 2022);
        assertThat(without.outcome()).isEqualTo(new Outcome.None(Reason.TOO_FEW_YEARS));
        assertThat(without.judgement().sentence(NL)).contains("2 eerdere perioden");
    }

    /** Registered crime in the Netherlands, July 2022: as first published, and as known in January 2024. */
    @Test
    void tellsHowAFigureWasRestated() {
        Period july = Period.month(2022, 7);
        assertThat(COUNTS.revision(counted(july, 68_507), counted(july, 69_302)))
                .isEqualTo(new Outcome.Change(BigDecimal.valueOf(795), 1));
        assertThat(COUNTS.revision(suppressed(july), counted(july, 5))).isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThatIllegalArgumentException().isThrownBy(() -> COUNTS.revision(counted(july, 5), counted(Y2022, 5)));
    }

    @Test
    void aMeanLeavesOutUnknownYearsAndIsWithheldWithAWithheldOne() {
        List<IndicatorPoint> earlier = new ArrayList<>(years(2018, 10, 12, 14));
        earlier.add(unknown(Period.year(2021)));
        PeriodComparator from2018 = new PeriodComparator(indicator(Unit.AANTAL, YearMonth.of(2018, 1)));
        assertThat(from2018.againstMean(earlier, counted(Y2023, 12), EarlierYears.ALL)
                        .years())
                .containsExactlyInAnyOrder(2018, 2019, 2020);
        assertThat(from2018.againstMean(earlier, suppressed(Y2023), EarlierYears.ALL)
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        earlier.add(suppressed(Y2022));
        assertThat(from2018.againstMean(earlier, counted(Y2023, 12), EarlierYears.ALL)
                        .mean())
                .isEqualTo(new Outcome.None(Reason.SUPPRESSED));
    }

    private static List<IndicatorPoint> years(int first, long... counts) {
        List<IndicatorPoint> points = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            points.add(counted(Period.year(first + index), counts[index]));
        }
        return points;
    }
}
