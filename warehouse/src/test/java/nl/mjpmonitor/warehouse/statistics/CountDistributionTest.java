package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountDistributionTest {

    @ParameterizedTest
    @CsvSource({"1.5, 1, 10, 0.03763657", "1.0, 2, 9, 0.01369527"})
    void reproducesThePublishedThresholdsOfNoufaily(double dispersion, long lower, long upper, double atLeastEleven) {
        // mean 5, alpha 0.05, count 11: tests of the R package surveillance, method nbPlugin
        var counts = CountDistribution.of(5, dispersion);

        assertThat(counts.quantile(0.05)).isEqualTo(lower);
        assertThat(counts.quantile(0.95)).isEqualTo(upper);
        assertThat(1 - counts.atMost(10)).isCloseTo(atLeastEleven, within(5e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 1", "0.3, 4", "5, 1", "5, 1.0000001", "5, 1.5", "300, 2", "20000, 7"})
    void takesTheSmallestCountThatReachesTheProbability(double mean, double dispersion) {
        var counts = CountDistribution.of(mean, dispersion);
        for (var probability : new double[] {0.00135, 0.05, 0.5, 0.95, 0.99865}) {
            var quantile = counts.quantile(probability);
            assertThat(counts.atMost(quantile)).isGreaterThanOrEqualTo(probability);
            assertThat(counts.atMost(quantile - 1)).isLessThan(probability);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 1.5", "20, 6"})
    void hasTheMeanAndVarianceAskedFor(double mean, double dispersion) {
        var counts = CountDistribution.of(mean, dispersion);
        var first = LongStream.range(0, 2_000)
                .mapToDouble(count -> count * probability(counts, count))
                .sum();
        var second = LongStream.range(0, 2_000)
                .mapToDouble(count -> (double) count * count * probability(counts, count))
                .sum();

        assertThat(first).isCloseTo(mean, within(1e-8));
        assertThat(second - first * first).isCloseTo(mean * dispersion, within(1e-6));
    }

    private static double probability(CountDistribution counts, long count) {
        return counts.atMost(count) - counts.atMost(count - 1);
    }

    @Test
    void countsNothingWithMeanZero() {
        assertThat(CountDistribution.of(0, 3).range(0.05)).isEqualTo(new CountRange(0, 0));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> CountDistribution.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CountDistribution.of(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CountDistribution.of(1, 1).quantile(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountRange(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
