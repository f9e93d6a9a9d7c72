package nl.mjpmonitor.ops.sources.politiecijfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.politiecijfers.Delivery.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPlanTest {
    private static final List<Delivery> PLAN = DeliveryPlan.until(LocalDate.of(2026, 11, 20));
    private static final String PICKPOCKETING = "A40";
    private static final String NUISANCE_BY_DRUGS = "E38";

    @Test
    void coversEveryPublishedMonthOnce() {
        assertThat(months("2019-01", "2023-12"))
                .allSatisfy(month -> assertThat(covering(PICKPOCKETING, month))
                        .singleElement()
                        .extracting(Delivery::provenance)
                        .isEqualTo(Provenance.PUBLISHED_YEAR));
    }

    @Test
    void marksEverythingElseAsDemonstration() {
        assertThat(Stream.concat(
                        months("2018-01", "2026-10").stream().flatMap(month -> covering(NUISANCE_BY_DRUGS, month)),
                        months("2024-01", "2026-10").stream().flatMap(month -> covering(PICKPOCKETING, month))))
                .extracting(Delivery::provenance)
                .containsOnly(Provenance.DEMONSTRATION);
        assertThat(months("2018-01", "2026-10"))
                .allSatisfy(
                        month -> assertThat(covering(NUISANCE_BY_DRUGS, month)).isNotEmpty());
        assertThat(covering(PICKPOCKETING, YearMonth.of(2018, 12))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-14, 2023-12",
        "2024-02-15, 2024-01",
        "2026-11-15, 2026-09",
        "2026-11-16, 2026-10",
        "2026-12-14, 2026-10",
        "2026-12-15, 2026-11"
    })
    void reachesThePreviousMonthOnceItWasDelivered(LocalDate day, YearMonth newest) {
        assertThat(DeliveryPlan.until(day).stream().map(Delivery::to).max(YearMonth::compareTo))
                .contains(newest);
    }

    @Test
    void restatesThreeMonthsButNeverAPublishedOne() {
        assertThat(PLAN)
                .filteredOn(delivery -> delivery.to().isAfter(YearMonth.of(2023, 12)))
                .allSatisfy(delivery -> assertThat(delivery.from())
                        .isAfterOrEqualTo(YearMonth.of(2024, 1))
                        .isAfterOrEqualTo(delivery.to().minusMonths(3)));
        assertThat(covering(PICKPOCKETING, YearMonth.of(2026, 5))).hasSize(4);
    }

    @Test
    void withdrawsOneDeliveryOnceItWasMadeAgain() {
        assertThat(PLAN)
                .filteredOn(delivery -> delivery.status() == Status.WITHDRAWN)
                .extracting(Delivery::to)
                .containsExactly(YearMonth.of(2025, 3));
        assertThat(DeliveryPlan.until(LocalDate.of(2025, 4, 21)))
                .extracting(Delivery::status)
                .containsOnly(Status.ACCEPTED);
        assertThat(PLAN).extracting(Delivery::reference).doesNotHaveDuplicates();
    }

    @Test
    void deliversOnTheFifteenthOfTheNextMonthOrTheMondayAfter() {
        assertThat(deliveredOn("DEMO-BVH-MAASTRICHT-2019-2022")).isEqualTo(LocalDate.of(2023, 1, 16));
        assertThat(deliveredOn("DEMO-BVH-MAASTRICHT-2023-01")).isEqualTo(LocalDate.of(2023, 2, 15));
        assertThat(deliveredOn("DEMO-BVH-MAASTRICHT-2023-12")).isEqualTo(LocalDate.of(2024, 1, 15));
    }

    private static LocalDate deliveredOn(String reference) {
        return PLAN.stream()
                .filter(delivery -> delivery.reference().equals(reference))
                .findFirst()
                .orElseThrow()
                .deliveredAt()
                .toLocalDate();
    }

    private static Stream<Delivery> covering(String policeClass, YearMonth month) {
        return PLAN.stream().filter(delivery -> delivery.covers(policeClass, month));
    }

    private static List<YearMonth> months(String from, String to) {
        return MonthRange.of(from, to).months();
    }
}
