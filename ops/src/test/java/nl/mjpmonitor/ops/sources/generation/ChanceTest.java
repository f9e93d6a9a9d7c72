package nl.mjpmonitor.ops.sources.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void choosesTheSameForTheSameSeedAndName() {
        assertThat(draws(Chance.of(1, "cases", YearMonth.of(2024, 5))))
                .isEqualTo(draws(Chance.of(1, "cases", YearMonth.of(2024, 5))));
    }

    @Test
    void choosesOtherwiseForAnotherSeedOrName() {
        List<Integer> draws = draws(Chance.of(1, "cases", YearMonth.of(2024, 5)));

        assertThat(draws(Chance.of(2, "cases", YearMonth.of(2024, 5)))).isNotEqualTo(draws);
        assertThat(draws(Chance.of(1, "signals", YearMonth.of(2024, 5)))).isNotEqualTo(draws);
        assertThat(draws(Chance.of(1, "cases", YearMonth.of(2024, 6)))).isNotEqualTo(draws);
    }

    /** The first choice of each of many months in a row must look as random as many choices of one. */
    @Test
    void choosesOtherwiseInTheNextMonth() {
        int months = 2_400;
        int[] first = IntStream.range(0, months)
                .map(i -> Chance.of(1, "cases", YearMonth.of(2000, 1).plusMonths(i))
                        .between(0, 999))
                .toArray();
        double mean = IntStream.of(first).average().orElseThrow();
        double covariance = IntStream.range(1, months)
                .mapToDouble(i -> (first[i] - mean) * (first[i - 1] - mean))
                .average()
                .orElseThrow();
        double variance = IntStream.of(first)
                .mapToDouble(draw -> (draw - mean) * (draw - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(480.0, 520.0);
        assertThat(covariance / variance).isBetween(-0.06, 0.06);
        for (int year = 0; year < months; year += 12) {
            assertThat(IntStream.range(year, year + 12)
                            .map(i -> first[i])
                            .distinct()
                            .count())
                    .isGreaterThan(8);
        }
    }

    @Test
    void letsThingsHappenAsOftenAsAsked() {
        Chance chance = Chance.of(7, "rates");
        int many = 20_000;

        double mean =
                IntStream.range(0, many).map(i -> chance.poisson(2.4)).average().orElseThrow();
        double share = DoubleStream.generate(() -> chance.happens(0.3) ? 1 : 0)
                .limit(many)
                .average()
                .orElseThrow();
        List<Choice<String>> choices = List.of(new Choice<>("a", 1), new Choice<>("b", 0), new Choice<>("c", 3));
        List<String> drawn =
                IntStream.range(0, many).mapToObj(i -> chance.draw(choices)).toList();

        assertThat(mean).isBetween(2.35, 2.45);
        assertThat(share).isBetween(0.285, 0.315);
        assertThat(drawn).doesNotContain("b");
        assertThat(drawn.stream().filter("c"::equals).count()).isBetween(14_700L, 15_300L);
    }

    @Test
    void keepsWithinItsBounds() {
        Chance chance = Chance.of(7, "bounds");
        assertThat(IntStream.range(0, 1_000)
                        .map(i -> chance.between(3, 5))
                        .boxed()
                        .toList())
                .containsOnly(3, 4, 5);
        assertThat(chance.poisson(0)).isZero();
    }

    @Test
    void findsWorkingDays() {
        Chance chance = Chance.of(7, "days");
        YearMonth month = YearMonth.of(2024, 6);
        for (int i = 0; i < 500; i++) {
            LocalDate day = chance.workingDay(month);
            assertThat(YearMonth.from(day)).isEqualTo(month);
            assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            LocalDate later = chance.workingDayAfter(day, 2, 9);
            assertThat(later.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(later).isBetween(day.plusDays(2), day.plusDays(11));
        }
    }

    private static List<Integer> draws(Chance chance) {
        return IntStream.range(0, 50).map(i -> chance.between(0, 1_000)).boxed().toList();
    }
}
