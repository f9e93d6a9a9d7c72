package nl.mjpmonitor.ops.sources.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthSpreadTest {
    private static final MonthRange POLICY_PERIOD = MonthRange.of("2019-01", "2022-12");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 50, 96, 478})
    void addsUpToTheTotal(int total) {
        for (long seed = 0; seed < 20; seed++) {
            var spread =
                    MonthSpread.of(total, POLICY_PERIOD, month -> month.getMonthValue(), Chance.of(seed, "spread"));

            assertThat(spread.keySet()).containsExactlyElementsOf(POLICY_PERIOD.months());
            assertThat(spread.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(total);
        }
    }

    @Test
    void leavesAMonthWithoutWeightEmpty() {
        var spread = MonthSpread.of(
                100,
                MonthRange.of("2023-01", "2023-03"),
                month -> month.getMonthValue() == 2 ? 0 : 1,
                Chance.of(1, "spread"));

        assertThat(spread.get(YearMonth.of(2023, 2))).isZero();
    }

    @Test
    void knowsTheDaysOfItsPeriod() {
        assertThat(POLICY_PERIOD.months()).hasSize(48);
        assertThat(POLICY_PERIOD.contains(LocalDate.of(2019, 1, 1))).isTrue();
        assertThat(POLICY_PERIOD.contains(LocalDate.of(2022, 12, 31))).isTrue();
        assertThat(POLICY_PERIOD.contains(LocalDate.of(2023, 1, 1))).isFalse();
        assertThatThrownBy(() -> MonthRange.of("2023-02", "2023-01")).isInstanceOf(IllegalArgumentException.class);
    }
}
