package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateIntervalTest {

    @Test
    void reproducesAPublishedExactInterval() {
        // R's poisson.test(137, 24.19893)
        var interval = RateInterval.exact(137, 0.95).times(1 / 24.19893);

        assertThat(interval.lower()).isCloseTo(4.753125, within(5e-7));
        assertThat(interval.upper()).isCloseTo(6.692709, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6888794541139354",
        "1, 0.025317807984289876, 5.571643390938898",
        "9, 4.115373097378334, 17.084803451419166",
        "10, 4.7953886961324335, 18.39035604201778",
        "100, 81.36399125092314, 121.62679379242638"
    })
    void isExactAfterGarwood(long count, double lower, double upper) {
        var interval = RateInterval.exact(count, 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "9, 4.106885024013133, 17.085780688536683",
        "10, 4.787449913967563, 18.391458605756473",
        "100, 81.36210549052788, 121.6279375792065"
    })
    void approximatesAfterByar(long count, double lower, double upper) {
        var interval = RateInterval.byar(count, 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void isExactBelowTenAndByarAbove() {
        assertThat(RateInterval.ofCount(9, 0.95)).isEqualTo(RateInterval.exact(9, 0.95));
        assertThat(RateInterval.ofCount(10, 0.95)).isEqualTo(RateInterval.byar(10, 0.95));
    }

    @Test
    void approximatesWithinTwoPerMille() {
        for (var count = 10L; count <= 1_000; count++) {
            var exact = RateInterval.exact(count, 0.95);
            var byar = RateInterval.byar(count, 0.95);
            assertThat(byar.lower() / exact.lower()).isCloseTo(1, within(0.002));
            assertThat(byar.upper() / exact.upper()).isCloseTo(1, within(0.002));
        }
    }

    @Test
    void isGivenForTenThousandInhabitants() {
        var rate = RateInterval.perTenThousand(635, 16_132);

        assertThat(rate.rate()).isCloseTo(393.6, within(0.05));
        assertThat(rate.interval()).isEqualTo(RateInterval.byar(635, 0.95).times(10_000 / 16_132.0));
        assertThat(rate.interval().contains(rate.rate())).isTrue();
    }

    @Test
    void growsWithTheCountAndNarrowsWithThePopulation() {
        var intervals = LongStream.rangeClosed(0, 200)
                .mapToObj(count -> RateInterval.ofCount(count, 0.95))
                .toList();
        for (var count = 1; count < intervals.size(); count++) {
            assertThat(intervals.get(count).lower())
                    .isGreaterThan(intervals.get(count - 1).lower());
            assertThat(intervals.get(count).upper())
                    .isGreaterThan(intervals.get(count - 1).upper());
        }
        var small = RateInterval.perTenThousand(20, 5_000).interval();
        var large = RateInterval.perTenThousand(200, 50_000).interval();
        assertThat(large.upper() - large.lower()).isLessThan(small.upper() - small.lower());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.7, 3, 8.5, 12, 40, 250})
    void holdsTheTrueMeanAsOftenAsItSays(double mean) {
        var rounds = 20_000;
        var held = new Samples(20220101)
                .poisson(mean, rounds).stream()
                        .filter(count -> RateInterval.ofCount(count, 0.95).contains(mean))
                        .count();

        // exact intervals cover at least 95 %; three standard errors of 20,000 rounds are 0.5 %
        assertThat(held / (double) rounds).isBetween(0.945, 1.0);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> RateInterval.perTenThousand(5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateInterval.of(ExposedCount.of(5), 0, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateInterval.of(ExposedCount.of(5), 10_000, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfidenceInterval(2, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }
}
