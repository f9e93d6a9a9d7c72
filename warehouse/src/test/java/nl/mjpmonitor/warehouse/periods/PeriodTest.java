package nl.mjpmonitor.warehouse.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
}
