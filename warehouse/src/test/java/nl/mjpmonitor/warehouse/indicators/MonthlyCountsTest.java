package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class MonthlyCountsTest {

    private static final long DECEMBER = 12 * 2022 + 11;

    private final MonthlyCounts counts = new MonthlyCounts(List.of(
            new MonthlyCounts.Row(
                    "politie.A10",
                    "GM0935",
                    List.of(DECEMBER, DECEMBER + 1, DECEMBER + 3),
                    List.of(0L, 1L, 0L),
                    List.of(5L, 7L, 11L)),
            new MonthlyCounts.Row("politie.B10", "GM0935", List.of(DECEMBER + 1), List.of(2L), List.of(100L)),
            new MonthlyCounts.Row("politie.A10", "BU09350006", List.of(DECEMBER + 1), List.of(0L), List.of(3L))));

    @Test
    void addUpTheMeasuresOfAnAreaOverEachPeriod() {
        assertThat(counts.of(question("GM0935", Period.year(2022), Period.year(2024))))
                .containsExactly(List.of(Tally.ofCounts(1, 0, 5)), List.of(Tally.ofCounts(3, 3, 118)), List.of());
        assertThat(counts.of(question("BU09350006", Period.month(2023, 1), Period.month(2023, 2))))
                .containsExactly(List.of(Tally.ofCounts(1, 0, 3)), List.of());
    }

    @Test
    void countAMonthInEveryPeriodThatHoldsIt() {
        assertThat(counts.of(question(
                        "GM0935",
                        Period.yearToDate(Period.month(2023, 1).lastMonth()),
                        Period.yearToDate(Period.month(2023, 4).lastMonth()))))
                .extracting(tallies -> tallies.get(0).amount().intValue())
                .containsExactly(107, 107, 118, 118);
    }

    private static SeriesQuestion question(String area, Period from, Period to) {
        Indicator cars = Samples.count("auto", "A10", "B10");
        return new SeriesQuestion(
                SeriesRequest.latest(cars.id(), new AreaCode(area), from, to),
                cars,
                cars.measure().source().orElseThrow());
    }
}
