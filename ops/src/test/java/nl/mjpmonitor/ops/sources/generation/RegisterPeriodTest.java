package nl.mjpmonitor.ops.sources.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterPeriodTest {
    private static final List<RegisterPeriod> PERIODS = List.of(
            RegisterPeriod.of("riec", "2019-01", "2022-12", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("riec", "2024-01"),
            RegisterPeriod.demonstration("civil", "2025-01"));

    @Test
    void endWithTheLastMonthOfTheDemo() {
        assertThat(RegisterPeriod.until(PERIODS, YearMonth.of(2024, 3)))
                .containsExactly(
                        PERIODS.get(0), RegisterPeriod.of("riec", "2024-01", "2024-03", Provenance.DEMONSTRATION));
        assertThat(RegisterPeriod.until(PERIODS, YearMonth.of(2021, 6)))
                .containsExactly(RegisterPeriod.of("riec", "2019-01", "2021-06", Provenance.PUBLISHED_PERIOD));
    }

    @Test
    void tellWhatWasPublished() {
        assertThat(RegisterPeriod.provenance(PERIODS, "riec", LocalDate.of(2022, 12, 31)))
                .isEqualTo(Provenance.PUBLISHED_PERIOD);
        assertThat(RegisterPeriod.provenance(PERIODS, "riec", LocalDate.of(2024, 1, 1)))
                .isEqualTo(Provenance.DEMONSTRATION);
    }

    @Test
    void refuseARowOfAMonthThatWasNotKept() {
        assertThatThrownBy(() -> RegisterPeriod.provenance(PERIODS, "riec", LocalDate.of(2023, 6, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("riec", "2023-06-01");
    }

    @Test
    void findNothingThatWasNotPublished() {
        PublishedFigures figures = new PublishedFigures(List.of(new PublishedFigure(
                "lwo", "LWO-casussen", MonthRange.of("2023-01", "2023-12"), 77, "Uitvoeringsplan 2024", "3.1")));

        assertThat(figures.value("lwo", MonthRange.of("2023-01", "2023-12"))).isEqualTo(77);
        assertThatThrownBy(() -> figures.value("lwo", MonthRange.of("2023-01", "2023-06")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lwo");
    }
}
