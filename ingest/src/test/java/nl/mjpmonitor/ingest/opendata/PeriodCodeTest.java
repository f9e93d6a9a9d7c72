package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodCodeTest {
    @ParameterizedTest
    @CsvSource({
        "2023MM01, MONTH, 2023-01, 2023-01",
        "2023MM12, MONTH, 2023-12, 2023-12",
        "2023KW01, QUARTER, 2023-01, 2023-03",
        "2023KW04, QUARTER, 2023-10, 2023-12",
        "2023JJ00, YEAR, 2023-01, 2023-12"
    })
    void readsCodes(String code, PeriodGrain grain, YearMonth start, YearMonth last) {
        PeriodCode period = PeriodCode.of(code + "  ").orElseThrow();
        assertThat(period).isEqualTo(new PeriodCode(grain, start));
        assertThat(period.lastMonth()).isEqualTo(last);
        assertThat(period.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023MM00", "2023MM13", "2023KW05", "2023JJ01", "2023", "", "MM012023", "2023mm01"})
    void refusesWhatIsNoCode(String code) {
        assertThat(PeriodCode.of(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023HJ01, true",
        "2012G400, true",
        "2019SJ00, true",
        "2023W152, true",
        "2023MM01, false",
        "hello, false"
    })
    void tellsOtherGrainsFromNonsense(String code, boolean isOther) {
        assertThat(PeriodCode.isOtherGrain(code)).isEqualTo(isOther);
    }

    @Test
    void aTableReachesAsFarAsItsShortestPeriods() {
        assertThat(PeriodCode.newestMonth(
                        List.of(PeriodCode.month(2025, 10), PeriodCode.year(2025), PeriodCode.month(2025, 11))))
                .contains(YearMonth.of(2025, 11));
        assertThat(PeriodCode.newestMonth(List.of(PeriodCode.year(2022), PeriodCode.year(2023))))
                .contains(YearMonth.of(2023, 12));
        assertThat(PeriodCode.newestMonth(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025 januari*, 2025MM01, true",
        "2025 april *, 2025MM04, true",
        "2025 December**, 2025MM12, true",
        "2024 augustus, 2024MM08, false",
        "2024, 2024JJ00, false",
        "2024*, 2024JJ00, true",
        "2024 3e kwartaal, 2024KW03, false"
    })
    void readsLabelsOfThePortal(String label, String code, boolean isProvisional) {
        PeriodLabel period = PeriodLabel.of(label).orElseThrow();
        assertThat(period.period().code()).isEqualTo(code);
        assertThat(period.isProvisional()).isEqualTo(isProvisional);
    }

    @ParameterizedTest
    @ValueSource(strings = {"januari 2025", "2025 brumaire", "2025 5e kwartaal", "2025***", "", "Totaal"})
    void refusesWhatIsNoLabel(String label) {
        assertThat(PeriodLabel.of(label)).isEmpty();
    }
}
