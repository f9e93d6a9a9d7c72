package nl.mjpmonitor.ops.sources.politiecijfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.ops.sources.politiecijfers.MonthlyGenerator.Stand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthlyGeneratorTest {
    private static final MonthlyGenerator GENERATOR = new MonthlyGenerator(PolitiecijfersSource.DEMO_SEED);
    private static final Set<String> BURGLARY = Set.of("A20", "A30", "B20", "B30");
    private static final YearMonth FINAL = YearMonth.of(2099, 12);

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025})
    void keepsTheLevelOfTheYearsBefore(int year) {
        Map<String, Integer> counts = new HashMap<>();
        year(year).forEach(stand -> counts.merge(stand.registration().policeClass(), count(stand), Integer::sum));

        for (ClassGroup group : ClassGroup.load()) {
            int before = YearlyTotals.published()
                    .total(group, 2023)
                    .orElseGet(
                            () -> YearlyTotals.supplement().total(group, 2023).orElseThrow());
            int now = group.classShares().stream()
                    .mapToInt(share -> counts.getOrDefault(share.code(), 0))
                    .sum();
            assertThat((double) now)
                    .as("%s in %d", group.name(), year)
                    .isCloseTo(before, within(before * 0.15 + 4 * Math.sqrt(before)));
        }
    }

    @Test
    void hasTheSeriesInOneBuurt() {
        int during = inArea(YearMonth.of(2024, 12), BURGLARY, "BU09350204");
        int before = inArea(YearMonth.of(2024, 6), BURGLARY, "BU09350204");

        assertThat(during).isGreaterThanOrEqualTo(before + 4);
    }

    @Test
    void restatesAMonthALittle() {
        YearMonth month = YearMonth.of(2026, 5);
        int all = total(GENERATOR.stands(month, month.plusMonths(3)));

        assertThat(total(GENERATOR.stands(month, month))).isBetween((int) (all * 0.90), (int) (all * 0.98));
        assertThat(total(GENERATOR.stands(month, month.plusMonths(1)))).isBetween((int) (all * 0.94), all);
        assertThat(GENERATOR.stands(month, month.plusMonths(3)))
                .isEqualTo(GENERATOR.stands(month, FINAL))
                .extracting(Stand::statedIn)
                .contains(month, month.plusMonths(1), month.plusMonths(2), month.plusMonths(3));
    }

    @Test
    void withdrawsCellsThatHaveNothingLeft() {
        assertThat(year(2025))
                .filteredOn(Stand::isWithdrawn)
                .isNotEmpty()
                .allSatisfy(stand -> assertThat(stand.statedIn())
                        .isAfter(stand.registration().month()));
    }

    @Test
    void countsSomethingInEveryCellItStates() {
        assertThat(year(2025))
                .allSatisfy(stand ->
                        assertThat(stand.registration().count().orElse(0)).isPositive());
    }

    private static List<Stand> year(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> GENERATOR.stands(YearMonth.of(year, month), FINAL))
                .flatMap(List::stream)
                .toList();
    }

    private static int inArea(YearMonth month, Set<String> classes, String area) {
        return GENERATOR.stands(month, FINAL).stream()
                .filter(stand -> classes.contains(stand.registration().policeClass())
                        && stand.registration().areaCode().equals(area))
                .mapToInt(MonthlyGeneratorTest::count)
                .sum();
    }

    private static int total(List<Stand> stands) {
        return stands.stream().mapToInt(MonthlyGeneratorTest::count).sum();
    }

    private static int count(Stand stand) {
        return stand.isWithdrawn() ? 0 : stand.registration().count().orElse(0);
    }
}
