package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageChangeTest {

    /** The nine rows of Uitvoeringsplan Veiligheid 2024, paragraph 3.3.1: 2022, 2023 and the printed percentage. */
    @ParameterizedTest
    @CsvSource({
        "167, 193, 16",
        "3, 1, -67",
        "1, 4, 300",
        "21, 26, 24",
        "535, 413, -23",
        "1135, 1169, 3",
        "29, 27, -7",
        "659, 648, -2",
        "312, 341, 9"
    })
    void isAsTheSourcePrintsIt(long base, long value, int percent) {
        assertThat(PercentageChange.between(base, value)).hasValue(percent);
    }

    @ParameterizedTest
    @CsvSource({"200, 201, 1", "200, 199, -1", "1000, 1004, 0", "1000, 996, 0", "7, 7, 0", "7, 0, -100"})
    void roundsHalfAwayFromZero(long base, long value, int percent) {
        assertThat(PercentageChange.between(base, value)).hasValue(percent);
    }

    @Test
    void doesNotExistOnABaseOfZero() {
        assertThat(PercentageChange.between(0, 5)).isEmpty();
        assertThat(PercentageChange.between(0, 0)).isEmpty();
    }

    @Test
    void existsOnlyBetweenCountedValues() {
        IndicatorValue counted = new Counted(4, ValueStatus.VOORLOPIG);

        assertThat(PercentageChange.between(counted, new Counted(5, ValueStatus.DEFINITIEF)))
                .hasValue(25);
        assertThat(PercentageChange.between(counted, new IndicatorValue.Unknown()))
                .isEmpty();
        assertThat(PercentageChange.between(new IndicatorValue.Unknown(), counted))
                .isEmpty();
        assertThat(PercentageChange.between(new IndicatorValue.Suppressed(), counted))
                .isEmpty();
        assertThat(PercentageChange.between(counted, new IndicatorValue.NotApplicable()))
                .isEmpty();
    }
}
