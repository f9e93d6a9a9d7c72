package nl.mjpmonitor.ops.sources.melddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Hotspot;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Report;
import nl.mjpmonitor.ops.sources.ondermijning.CaseReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskGeneratorTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final long ANY_SEED = 7;
    private static final Desk NOW = DeskGenerator.generate(ANY_SEED, LAST_DAY);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3})
    void makesTheFiguresThatWerePublishedWhateverTheSeed(long seed) {
        Desk desk = DeskGenerator.generate(seed, LAST_DAY);
        List<Hotspot> identified = desk.hotspots().stream()
                .filter(hotspot -> in(Registers.YEAR_2023, hotspot.identifiedOn()) && !hotspot.isWithdrawn())
                .toList();

        assertThat(desk.screenings())
                .filteredOn(screening -> in(Registers.YEAR_2023, screening.screenedOn()))
                .hasSize(2000);
        assertThat(desk.screenings())
                .filteredOn(screening -> in(Registers.TWO_YEARS, screening.screenedOn()))
                .hasSize(4100);
        assertThat(identified).hasSize(16);
        assertThat(identified).filteredOn(hotspot -> !hotspot.isSafety()).hasSize(7);
        assertThat(identified).filteredOn(Hotspot::isSafety).hasSize(9);
        assertThat(identified).filteredOn(Hotspot::isDwelling).hasSize(2).allMatch(Hotspot::isSafety);
        assertThat(desk.plans())
                .filteredOn(plan -> in(Registers.TWO_YEARS, plan.startedOn()))
                .hasSize(15);
        assertThat(desk.dwellingCases())
                .filteredOn(dwellingCase ->
                        in(Registers.TWO_YEARS, dwellingCase.startedOn()) && !dwellingCase.isWithdrawn())
                .hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-10", "2024-01-31", "2024-09-12", "2026-09-30"})
    void tellsNoOtherPastLater(LocalDate earlier) {
        Desk then = DeskGenerator.generate(ANY_SEED, earlier);

        assertThat(then.reports().stream().map(DeskGeneratorTest::unchanging))
                .containsExactlyElementsOf(NOW.reports().stream()
                        .filter(report -> !report.receivedAt().toLocalDate().isAfter(earlier))
                        .map(DeskGeneratorTest::unchanging)
                        .toList());
        assertThat(then.screenings().stream().map(screening -> screening.reportNumber() + screening.screenedOn()))
                .containsExactlyElementsOf(NOW.screenings().stream()
                        .filter(screening -> !screening.screenedOn().isAfter(earlier))
                        .map(screening -> screening.reportNumber() + screening.screenedOn())
                        .toList());
        assertThat(then.hotspots().stream()
                        .map(hotspot -> hotspot.number() + hotspot.location() + hotspot.detectedOn()))
                .containsExactlyElementsOf(NOW.hotspots().stream()
                        .filter(hotspot -> !hotspot.detectedOn().isAfter(earlier))
                        .map(hotspot -> hotspot.number() + hotspot.location() + hotspot.detectedOn())
                        .toList());
        assertThat(then.dwellingCases().stream()
                        .map(dwellingCase -> dwellingCase.number() + dwellingCase.dwelling() + dwellingCase.kind()))
                .containsExactlyElementsOf(NOW.dwellingCases().stream()
                        .filter(dwellingCase -> !dwellingCase.startedOn().isAfter(earlier))
                        .map(dwellingCase -> dwellingCase.number() + dwellingCase.dwelling() + dwellingCase.kind())
                        .toList());
    }

    private static String unchanging(Report report) {
        return report.number() + report.receivedAt() + report.happenedOn() + report.category() + report.location();
    }

    @Test
    void hasAsManyReportsAsACityOfThisSize() {
        for (int year = 2022; year <= 2025; year++) {
            MonthRange months = MonthRange.of(year + "-01", year + "-12");
            assertThat(NOW.reports())
                    .as("reports of " + year)
                    .filteredOn(report -> in(months, report.happenedOn()))
                    .hasSizeBetween(6_500, 9_500);
        }
    }

    /** Five live reports in 28 days, on three days at least: what a rule that watches the reports may take for a hotspot. */
    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 1, 2})
    void repeatsNuisanceDenselyAtAHandfulOfLocationsAYear(long seed) {
        Desk desk = DeskGenerator.generate(seed, LAST_DAY);
        Map<String, List<LocalDate>> days = desk.reports().stream()
                .filter(report -> !report.isWithdrawn() && report.mergedInto() == null && report.location() != null)
                .collect(Collectors.groupingBy(
                        report -> String.valueOf(report.location()),
                        Collectors.mapping(Report::happenedOn, Collectors.toList())));
        Map<Integer, Set<String>> perYear = new HashMap<>();
        days.forEach((location, happened) -> happened.forEach(last -> {
            List<LocalDate> window = happened.stream()
                    .filter(day -> !day.isAfter(last) && day.isAfter(last.minusDays(28)))
                    .toList();
            if (window.size() >= 5 && Set.copyOf(window).size() >= 3) {
                perYear.computeIfAbsent(last.getYear(), year -> new HashSet<>()).add(location);
            }
        }));

        for (int year = 2023; year <= 2024; year++) {
            assertThat(perYear.get(year)).as("in " + year).hasSizeBetween(3, 15);
        }
        assertThat(perYear.get(2025)).as("one a month and more").hasSizeBetween(12, 30);
    }

    @Test
    void sharesLocationsWithTheCaseworkOnUndermining() {
        Set<String> ofCases = CaseReference.until(LAST_DAY, ANY_SEED).stream()
                .map(reference -> reference.location().number())
                .collect(Collectors.toSet());

        assertThat(NOW.hotspots())
                .filteredOn(hotspot -> ofCases.contains(hotspot.location().number()))
                .hasSizeGreaterThan(5);
    }

    private static boolean in(MonthRange period, @Nullable LocalDate day) {
        return day != null && period.contains(day);
    }
}
