package nl.mjpmonitor.warehouse.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseRowTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, 0x1_0000_0000L})
    void epochAndOrderMustFitTheirPlaceInTheVersion(long value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(value, 0))
                .withMessage("epoch does not fit 32 unsigned bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(0, value))
                .withMessage("order does not fit 32 unsigned bits");
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01, true", "2149-06-01, true", "1969-12-01, false", "2149-07-01, false", "0001-01-01, false"})
    void monthMustFitTheTable(LocalDate month, boolean fits) {
        assertThat(MonthlyCountRow.canHold(month)).isEqualTo(fits);
        if (!fits) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MonthlyCountRow("m", "a", month.toEpochDay(), 0, 0, 0, 0))
                    .withMessageContaining("1970-01 to 2149-06");
        }
    }

    @Test
    void changeCountMustNotBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MonthlyCountRow("m", "a", 0, 0, 0, 0, -1));
    }

    private static ChangeEventRow change(long epoch, long order) {
        return new ChangeEventRow("s", "t", "k", epoch, -1, order, "c", false, "{}", 0, 0, "p", 0, 0);
    }
}
