package nl.mjpmonitor.ops.sources.bestuurlijk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.Application;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.Screening;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.StreetTradePenalty;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureGeneratorTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5, 6, 7, 8})
    void makesTheFiguresThatWerePublishedWhateverTheSeed(long seed) {
        Measures measures = MeasureGenerator.generate(seed, LAST_DAY);
        List<Screening> screenings = measures.screenings().stream()
                .filter(screening -> !screening.isWithdrawn())
                .toList();

        assertThat(closures(measures, Registers.POLICY_PERIOD.firstDay(), Registers.POLICY_PERIOD.lastDay()))
                .isEqualTo(96);
        assertThat(closures(measures, Registers.YEAR_2023.firstDay(), Registers.YEAR_2023.lastDay()))
                .isEqualTo(34);
        assertThat(screenings)
                .filteredOn(screening -> in2023(screening.screenedOn()))
                .hasSize(153);
        assertThat(screenings)
                .filteredOn(screening -> screening.deepenedOn() != null && in2023(screening.deepenedOn()))
                .hasSize(6);
        assertThat(screenings)
                .filteredOn(screening -> "refused".equals(screening.outcome()) && in2023(screening.outcomeOn()))
                .hasSize(3);
        assertThat(screenings)
                .filteredOn(screening ->
                        Set.of("not_considered", "withdrawn_by_applicant").contains(String.valueOf(screening.outcome()))
                                && in2023(screening.outcomeOn()))
                .hasSize(2);
        assertThat(measures.penalties())
                .filteredOn(penalty -> in2023(penalty.imposedOn()) && !penalty.isWithdrawn())
                .hasSize(29);
        assertThat(measures.orders())
                .filteredOn(order -> in2023(order.imposedOn()))
                .hasSize(2);
        assertThat(measures.houseBans())
                .filteredOn(ban -> in2023(ban.imposedOn()) && !ban.isWithdrawn())
                .hasSize(13);
    }

    @Test
    void screensEveryApplicationThatMustBe() {
        Measures measures = MeasureGenerator.generate(1, LAST_DAY);
        List<String> screened =
                measures.screenings().stream().map(Screening::applicationNumber).toList();

        assertThat(measures.applications())
                .filteredOn(application -> application.receivedOn().getYear() <= 2022
                        && List.of("catering_new", "building_large").contains(application.kind()))
                .isNotEmpty()
                .extracting(Application::number)
                .isSubsetOf(screened);
        assertThat(measures.applications())
                .filteredOn(application -> !application.isBibobRequired())
                .extracting(Application::number)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(screened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-05", "2023-06-30", "2025-01-15", "2026-09-30"})
    void tellsNoOtherPastLater(LocalDate earlier) {
        Measures then = MeasureGenerator.generate(7, earlier);
        Measures now = MeasureGenerator.generate(7, LAST_DAY);

        assertThat(then.applications())
                .extracting(Application::number, Application::receivedOn, Application::areaCode)
                .containsExactlyElementsOf(now.applications().stream()
                        .filter(application -> !application.receivedOn().isAfter(earlier))
                        .map(application ->
                                Tuple.tuple(application.number(), application.receivedOn(), application.areaCode()))
                        .toList());
        assertThat(then.damoclesMeasures().stream()
                        .map(measure -> measure.location() + " " + measure.reportedOn() + " " + measure.caseNumber()))
                .containsExactlyElementsOf(now.damoclesMeasures().stream()
                        .filter(measure -> !measure.reportedOn().isAfter(earlier))
                        .map(measure -> measure.location() + " " + measure.reportedOn() + " " + measure.caseNumber())
                        .toList());
        assertThat(then.penalties())
                .extracting(StreetTradePenalty::imposedOn)
                .containsExactlyElementsOf(now.penalties().stream()
                        .map(StreetTradePenalty::imposedOn)
                        .filter(on -> !on.isAfter(earlier))
                        .toList());
    }

    private static long closures(Measures measures, LocalDate first, LocalDate last) {
        return measures.damoclesMeasures().stream()
                .filter(measure -> "closure".equals(measure.measure()) && !measure.isWithdrawn())
                .map(Measures.DamoclesMeasure::effectiveOn)
                .filter(Objects::nonNull)
                .filter(on -> !on.isBefore(first) && !on.isAfter(last))
                .count();
    }

    private static boolean in2023(LocalDate day) {
        return Registers.YEAR_2023.contains(day);
    }
}
