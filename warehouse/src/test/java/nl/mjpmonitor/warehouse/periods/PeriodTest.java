package nl.mjpmonitor.warehouse.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @Test
    void hasAFirstAndALastMonthAndALabel() {
        assertThat(Period.year(2023))
                .returns(YearMonth.of(2023, 1), Period::firstMonth)
                .returns(YearMonth.of(2023, 12), Period::lastMonth)
                .hasToString("2023");
        assertThat(Period.quarter(2023, 4))
                .returns(YearMonth.of(2023, 10), Period::firstMonth)
                .returns(YearMonth.of(2023, 12), Period::lastMonth)
                .hasToString("2023-K4");
        assertThat(Period.month(2023, 5))
                .returns(YearMonth.of(2023, 5), Period::lastMonth)
                .hasToString("2023-05");
    }

    @Test
    void startsOnlyWhereItsLengthAllows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(PeriodGrain.QUARTER, YearMonth.of(2023, 2)))
                .withMessage("No QUARTER starts in 2023-02");
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(PeriodGrain.YEAR, YearMonth.of(2023, 4)));
    }

    @Test
    void holdsTheMonthItIsAskedFor() {
        assertThat(Period.containing(PeriodGrain.YEAR, YearMonth.of(2023, 12))).isEqualTo(Period.year(2023));
        assertThat(Period.containing(PeriodGrain.QUARTER, YearMonth.of(2023, 6)))
                .isEqualTo(Period.quarter(2023, 2));
        assertThat(Period.containing(PeriodGrain.MONTH, YearMonth.of(2023, 6))).isEqualTo(Period.month(2023, 6));
    }

    @Test
    void rangeHoldsBothEnds() {
        assertThat(Period.range(Period.quarter(2022, 4), Period.quarter(2023, 2)))
                .containsExactly(Period.quarter(2022, 4), Period.quarter(2023, 1), Period.quarter(2023, 2));
        assertThat(Period.range(Period.year(2023), Period.year(2023))).containsExactly(Period.year(2023));
        assertThat(Period.range(Period.year(2023), Period.year(2022))).isEmpty();
        assertThat(Period.range(Period.year(2023), Period.year(2019))).isEmpty();
    }

    @Test
    void rangeNeedsOneLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.range(Period.year(2022), Period.month(2023, 1)));
    }

    @Test
    void isOrderedByStartThenTheLongerFirst() {
        assertThat(Stream.of(Period.month(2023, 1), Period.year(2023), Period.quarter(2023, 1), Period.year(2022))
                        .sorted())
                .containsExactly(Period.year(2022), Period.year(2023), Period.quarter(2023, 1), Period.month(2023, 1));
    }

    @Test
    void aYearToDateRunsFromJanuary() {
        assertThat(Period.yearToDate(YearMonth.of(2023, 5)))
                .returns(YearMonth.of(2023, 1), Period::firstMonth)
                .returns(YearMonth.of(2023, 5), Period::lastMonth)
                .returns(5, Period::monthCount);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(PeriodGrain.YEAR_TO_DATE, YearMonth.of(2022, 1), YearMonth.of(2023, 5)))
                .withMessage(
                        "A year to date runs from January to a month of the same year, not from 2022-01 to 2023-05");
    }

    @Test
    void aRollingYearHasTwelveMonths() {
        assertThat(Period.rollingYear(YearMonth.of(2023, 5)))
                .returns(YearMonth.of(2022, 6), Period::firstMonth)
                .returns(12, Period::monthCount);
        assertThat(Period.rollingYear(YearMonth.of(2023, 12))).isNotEqualTo(Period.year(2023));
    }

    @Test
    void aSpanHasAnyMonthsInARow() {
        assertThat(Period.span(YearMonth.of(2019, 1), YearMonth.of(2022, 12))).returns(48, Period::monthCount);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.span(YearMonth.of(2022, 12), YearMonth.of(2022, 11)));
    }

    @Test
    void onlyAFixedLengthIsToldWithoutThePeriod() {
        assertThat(PeriodGrain.ROLLING_YEAR.months()).isEqualTo(12);
        assertThatIllegalStateException().isThrownBy(PeriodGrain.YEAR_TO_DATE::months);
        assertThatIllegalStateException().isThrownBy(PeriodGrain.SPAN::months);
    }

    @ParameterizedTest
    @CsvSource({
        "2023,              2023,                  2023",
        "2023-K2,           2e kwartaal 2023,      Q2 2023",
        "2023-03,           maart 2023,            March 2023",
        "2023-TM05,         2023 t/m mei,          2023 to May",
        "2023-05-R12,       jun 2022 t/m mei 2023, Jun 2022 to May 2023",
        "2019-01--2022-12,  2019 t/m 2022,         2019 to 2022",
        "2023-01--2023-12,  2023,                  2023",
        "2023-02--2024-09,  feb 2023 t/m sep 2024, Feb 2023 to Sep 2024"
    })
    void isReadBackFromItsLabelAndSaidInWords(String label, String dutch, String english) {
        Period period = Period.parse(label).orElseThrow();
        assertThat(period.label()).isEqualTo(label);
        assertThat(period.label(Locale.forLanguageTag("nl"))).isEqualTo(dutch);
        assertThat(period.label(Locale.UK)).isEqualTo(english);
        assertThat(period.label(Locale.FRANCE)).isEqualTo(dutch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "23",
                "2023-K5",
                "2023-13",
                "2023-TM00",
                "2023-13-R12",
                "2023-05--2023-04",
                "2023-05-",
                "mei 2023"
            })
    void readsNothingElse(String label) {
        assertThat(Period.parse(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023,             2022,             2022",
        "2023-K1,          2022-K4,          2022-K1",
        "2023-01,          2022-12,          2022-01",
        "2023-TM05,        2022-TM05,        2022-TM05",
        "2023-05-R12,      2022-05-R12,      2022-05-R12",
        "2023-01--2024-09, 2021-04--2022-12, 2022-01--2023-09"
    })
    void knowsWhatToCompareWith(String label, String previous, String sameLastYear) {
        Period period = Period.parse(label).orElseThrow();
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.sameLastYear()).hasToString(sameLastYear);
        assertThat(period.plusYears(-1)).hasToString(sameLastYear);
    }

    @Test
    void fallsApartIntoWhatAddsUpToIt() {
        assertThat(Period.year(2023).parts()).isEqualTo(Period.range(Period.quarter(2023, 1), Period.quarter(2023, 4)));
        assertThat(Period.quarter(2023, 2).parts())
                .containsExactly(Period.month(2023, 4), Period.month(2023, 5), Period.month(2023, 6));
        assertThat(Period.month(2023, 2).parts()).isEmpty();
        assertThat(Period.rollingYear(YearMonth.of(2023, 5)).parts())
                .hasSize(12)
                .startsWith(Period.month(2022, 6))
                .endsWith(Period.month(2023, 5));
        assertThat(Period.yearToDate(YearMonth.of(2023, 2)).months())
                .containsExactly(YearMonth.of(2023, 1), YearMonth.of(2023, 2));
    }

    @Test
    void rangeOfRollingYearsMovesOnByAMonth() {
        assertThat(Period.range(Period.rollingYear(YearMonth.of(2022, 12)), Period.rollingYear(YearMonth.of(2023, 2))))
                .extracting(Period::label)
                .containsExactly("2022-12-R12", "2023-01-R12", "2023-02-R12");
    }

    @Test
    void rangeOfYearsToDateGrowsWithinAYearAndRepeatsOverYears() {
        assertThat(Period.range(Period.yearToDate(YearMonth.of(2023, 1)), Period.yearToDate(YearMonth.of(2023, 3))))
                .extracting(Period::label)
                .containsExactly("2023-TM01", "2023-TM02", "2023-TM03");
        assertThat(Period.range(Period.yearToDate(YearMonth.of(2021, 2)), Period.yearToDate(YearMonth.of(2023, 2))))
                .extracting(Period::label)
                .containsExactly("2021-TM02", "2022-TM02", "2023-TM02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.range(
                        Period.yearToDate(YearMonth.of(2021, 2)), Period.yearToDate(YearMonth.of(2023, 3))));
    }

    @Test
    void rangeOfSpansFollowsOn() {
        Period first = Period.span(YearMonth.of(2019, 1), YearMonth.of(2020, 12));
        assertThat(Period.range(first, first)).containsExactly(first);
        assertThat(Period.range(first, Period.span(YearMonth.of(2021, 1), YearMonth.of(2022, 12))))
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.range(first, Period.span(YearMonth.of(2021, 1), YearMonth.of(2021, 12))));
    }

    @Test
    void knowsItsMonthsAndOverlap() {
        Period rolling = Period.rollingYear(YearMonth.of(2023, 5));
        assertThat(rolling.overlaps(Period.year(2022))).isTrue();
        assertThat(rolling.overlaps(Period.year(2021))).isFalse();
        assertThat(rolling.holds(YearMonth.of(2022, 6))).isTrue();
        assertThat(rolling.holds(YearMonth.of(2022, 5))).isFalse();
    }
}
