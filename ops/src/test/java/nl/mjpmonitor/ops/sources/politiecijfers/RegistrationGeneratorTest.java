package nl.mjpmonitor.ops.sources.politiecijfers;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationGeneratorTest {
    private static final List<Registration> DEMO = generate(PolitiecijfersSource.DEMO_SEED);

    /** The 44 numbers of both tables added up. */
    private static final int ALL_PRINTED_NUMBERS = 14_065;

    static LongStream seeds() {
        return LongStream.concat(LongStream.of(PolitiecijfersSource.DEMO_SEED), LongStream.range(0, 10));
    }

    /** The tables as printed in the Uitvoeringsplan 2024; classes per kind from the code list. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "A20 A30 B20 B30, 357, 222, 130, 167, 193",
                "B73, 6, 2, ?, 3, 1",
                "B72, 6, 3, 2, 1, 4",
                "B70, 38, 34, 27, 21, 26",
                "A10 B10, 529, 231, 306, 535, 413",
                "A72 A73 B62 B63, 1596, 1013, 828, 1135, 1169",
                "F12, 44, 26, 36, 29, 27",
                "C20 C30 C40 F11, 777, 680, 632, 659, 648",
                "A40, 434, 227, 195, 312, 341"
            })
    void equalsEveryNumberOfBothTables(
            String classes, Integer in2019, Integer in2020, Integer in2021, Integer in2022, Integer in2023) {
        Set<String> counted = Set.of(classes.split(" "));

        assertThat(total(DEMO, counted, 2019)).isEqualTo(in2019);
        assertThat(total(DEMO, counted, 2020)).isEqualTo(in2020);
        assertThat(total(DEMO, counted, 2021)).isEqualTo(in2021);
        assertThat(total(DEMO, counted, 2022)).isEqualTo(in2022);
        assertThat(total(DEMO, counted, 2023)).isEqualTo(in2023);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpToTheSameWhateverTheSeed(long seed) {
        assertThat(count(generate(seed), registration -> true)).isEqualTo(ALL_PRINTED_NUMBERS);
    }

    @Test
    void keepsTheUnknownYearUnknown() {
        List<Registration> unknown = DEMO.stream()
                .filter(registration -> registration.count().isEmpty())
                .toList();

        assertThat(unknown)
                .allSatisfy(
                        registration -> assertThat(registration.policeClass()).isEqualTo("B73"));
        assertThat(unknown)
                .extracting(registration -> registration.areaCode() + " " + registration.month())
                .containsExactlyInAnyOrderElementsOf(AreaWeights.load().codes().stream()
                        .flatMap(area -> months(2021).stream().map(month -> area + " " + month))
                        .toList())
                .hasSize(45 * 12);
    }

    @Test
    void leavesOutWhatCountsNothing() {
        assertThat(DEMO)
                .filteredOn(registration -> registration.count().isPresent())
                .allMatch(registration -> registration.count().getAsInt() > 0);
        assertThat(DEMO)
                .extracting(Registration::policeClass)
                .contains("A20", "A30", "C40", "F11")
                .doesNotContain("B10", "B62", "B63");
    }

    @Test
    void statesEveryCellOnce() {
        Set<List<Object>> cells = new HashSet<>();

        assertThat(DEMO)
                .allSatisfy(registration -> assertThat(cells.add(
                                List.of(registration.policeClass(), registration.areaCode(), registration.month())))
                        .as("first statement of %s", registration)
                        .isTrue());
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(generate(PolitiecijfersSource.DEMO_SEED)).isEqualTo(DEMO);
        assertThat(generate(PolitiecijfersSource.DEMO_SEED + 1)).isNotEqualTo(DEMO);
    }

    @Test
    void spreadsOverTheBuurtenAsAllOffencesOf2023() {
        AreaWeights areas = AreaWeights.load();
        Map<String, Integer> counts = new HashMap<>();
        DEMO.forEach(registration ->
                counts.merge(registration.areaCode(), registration.count().orElse(0), Integer::sum));

        assertThat(areas.buurten()).hasSize(44);
        assertThat(areas.offencesInBuurten()).isEqualTo(7_781);
        assertThat(areas.remainder().offences()).isEqualTo(59);
        int total = count(DEMO, registration -> true);
        assertThat(areas.buurten()).allSatisfy(area -> {
            double expected = total * area.offences() / 7_840.0;
            assertThat((double) counts.getOrDefault(area.code(), 0))
                    .as(area.code())
                    .isBetween(expected * 0.8 - 12, expected * 1.2 + 12);
        });
        assertThat(counts.get("BU09359999") / (double) total).isBetween(0.0065, 0.0085);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasMoreBurglaryInDarkMonthsAndMoreBicycleTheftInLightOnes(long seed) {
        List<Registration> registrations = generate(seed);

        for (int year = 2019; year <= 2022; year++) {
            assertThat(inMonths(registrations, Set.of("A20", "A30"), year, List.of(1, 2, 11, 12)))
                    .as("burglary in %d", year)
                    .isGreaterThan(inMonths(registrations, Set.of("A20", "A30"), year, List.of(5, 6, 7, 8)));
            assertThat(inMonths(registrations, Set.of("A72", "A73"), year, List.of(5, 6, 7, 8, 9, 10)))
                    .as("bicycles in %d", year)
                    .isGreaterThan(inMonths(registrations, Set.of("A72", "A73"), year, List.of(11, 12, 1, 2, 3, 4)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheDipsOfCorona(long seed) {
        List<Registration> registrations = generate(seed);

        assertThat(inMonths(registrations, Set.of("A40"), 2020, List.of(4, 5)))
                .isLessThan(inMonths(registrations, Set.of("A40"), 2020, List.of(1, 2)) / 2);
        assertThat(inMonths(registrations, Set.of("A40"), 2021, List.of(1, 2, 3)))
                .isLessThan(inMonths(registrations, Set.of("A40"), 2021, List.of(7, 8, 9)) / 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheBurglarySeriesOfDecember2023(long seed) {
        List<Registration> registrations = generate(seed);

        int december = inMonths(registrations, Set.of("A20", "A30", "B20", "B30"), 2023, List.of(12));
        int november = inMonths(registrations, Set.of("A20", "A30", "B20", "B30"), 2023, List.of(11));
        assertThat(december).isGreaterThan(november + 8).isGreaterThan(193 / 12 * 2 - 4);
    }

    @Test
    void knowsOnlyClassesOfTheCodeList() {
        String codeLists = SourceResource.text(PolitiecijfersSource.class, "code-lists.sql");

        assertThat(ClassGroup.load())
                .flatExtracting(ClassGroup::classShares)
                .extracting(ClassGroup.ClassShare::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> codeLists.contains("('" + code + "', "));
    }

    /** The directions printed in the Meerjarenplan 2023-2026 for what has no printed numbers. */
    @Test
    void followsTheDirectionsOfWhatHasNoPublishedTotals() {
        List<Registration> supplement =
                RegistrationGenerator.generate(YearlyTotals.supplement(), PolitiecijfersSource.DEMO_SEED);

        assertThat(years(supplement, "E38")).as("nuisance by drugs").hasSize(6).isSortedAccordingTo(reverseOrder());
        assertThat(years(supplement, "E41").subList(1, 6)).as("rough sleepers").isSorted();
        assertThat(years(supplement, "E33").subList(1, 6))
                .as("confused persons")
                .isSorted();
        assertThat(years(supplement, "M061", "M062", "M22").subList(1, 4))
                .as("noise")
                .isSorted();
        assertThat(years(supplement, "F40", "F41", "F42", "F43", "F44").subList(0, 4))
                .as("drug trade")
                .isSorted();
        List<Integer> youth = years(supplement, "E35");
        assertThat(youth.get(2)).as("youth in 2020").isEqualTo(Collections.max(youth));
        assertThat(youth.get(3)).as("youth in 2021").isBetween(youth.get(1) + 1, youth.get(2) - 1);
    }

    @Test
    void keepsTheSupplementApartFromThePublishedTables() {
        List<ClassGroup> groups = ClassGroup.load();
        List<ClassGroup> published = YearlyTotals.published().groupsIn(groups);
        List<ClassGroup> supplement = YearlyTotals.supplement().groupsIn(groups);

        assertThat(published).hasSize(9).doesNotContainAnyElementsOf(supplement);
        assertThat(published.size() + supplement.size()).isEqualTo(groups.size());
    }

    private static List<Integer> years(List<Registration> registrations, String... classes) {
        return YearlyTotals.supplement().years().stream()
                .map(year -> total(registrations, Set.of(classes), year))
                .toList();
    }

    private static List<Registration> generate(long seed) {
        return RegistrationGenerator.generate(YearlyTotals.published(), seed);
    }

    private static List<YearMonth> months(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .toList();
    }

    private static Integer total(List<Registration> registrations, Set<String> classes, int year) {
        List<Registration> ofYear = registrations.stream()
                .filter(registration -> classes.contains(registration.policeClass()))
                .filter(registration -> registration.month().getYear() == year)
                .toList();
        boolean isUnknown = ofYear.stream().map(Registration::count).anyMatch(OptionalInt::isEmpty);
        return isUnknown ? null : count(ofYear, registration -> true);
    }

    private static int inMonths(
            List<Registration> registrations, Set<String> classes, int year, Collection<Integer> months) {
        return count(
                registrations,
                registration -> classes.contains(registration.policeClass())
                        && registration.month().getYear() == year
                        && months.contains(registration.month().getMonthValue()));
    }

    private static int count(List<Registration> registrations, Predicate<Registration> included) {
        return registrations.stream()
                .filter(included)
                .mapToInt(registration -> registration.count().orElse(0))
                .sum();
    }
}
