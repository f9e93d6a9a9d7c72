package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseworkRowsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2024-02-29T23:59:59Z", "2024-02-29 and more"})
    void readADayFromTheBeginningOfAText(String text) {
        assertThat(day(text)).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "2024/01/01",
                "20240-1-01",
                "+024-01-01",
                "2024-+1-01",
                "9999-12-31",
                "1899-12-31",
                "een datum, geen"
            })
    void takeNothingElseForADay(String text) {
        assertThat(day(text)).isNull();
    }

    @Test
    void areReadRowByRow() {
        CaseworkRows rows = new CaseworkRows(
                "onderschat", "signal", List.of("a", "on"), List.of("k", "l"), List.of("1", "2024-01-01", "2", "geen"));

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.value(1, rows.column("a"))).isEqualTo("2");
        assertThat(rows.day(0, rows.column("on"))).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(rows.day(1, rows.column("on"))).isNull();
    }

    @Test
    void haveNullInAColumnWithoutAValue() {
        CaseworkRows rows = new CaseworkRows("onderschat", "signal", List.of("a"), List.of("k"), List.of("1"));

        assertThat(rows.value(0, rows.column("b"))).isNull();
        assertThat(rows.day(0, rows.column("b"))).isNull();
    }

    private static @Nullable LocalDate day(String text) {
        return new CaseworkRows("onderschat", "signal", List.of("on"), List.of("k"), List.of(text)).day(0, 0);
    }
}
