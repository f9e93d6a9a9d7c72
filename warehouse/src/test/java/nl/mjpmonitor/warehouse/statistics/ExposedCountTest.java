package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposedCountTest {

    @Test
    void correctsForTheLengthOfTheMonth() {
        // 28 in February is one a day, just as 31 in March
        var february = ExposedCount.inMonth(28, YearMonth.of(2023, 2));
        var march = ExposedCount.inMonth(31, YearMonth.of(2023, 3));

        assertThat(february.rate()).isCloseTo(365.25 / 12, within(1e-12));
        assertThat(march.rate()).isCloseTo(february.rate(), within(1e-12));
    }

    @Test
    void addsFourYearsOfMonthsToFortyEightMonths() {
        var exposure = IntStream.range(0, 48)
                .mapToObj(YearMonth.of(2020, 1)::plusMonths)
                .map(month -> ExposedCount.inMonth(1, month))
                .reduce(ExposedCount::plus)
                .orElseThrow();

        assertThat(exposure.count()).isEqualTo(48);
        assertThat(exposure.exposure()).isCloseTo(48, within(1e-9));
    }

    @Test
    void givesRatesForManyInhabitants() {
        // registered crime in Beek, 2022
        assertThat(ExposedCount.of(635, 16_132).ratePer(10_000)).isCloseTo(393.6, within(0.05));
    }
}
