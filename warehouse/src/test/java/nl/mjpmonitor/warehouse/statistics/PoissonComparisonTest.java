package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonComparisonTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # registered crime of Maastricht 2022 and 2023 with the percentages as published; z, p and interval recomputed by others
                    167,  193,  16,   15.5689,  1.9392, 0.187557, 1.1557, 0.9346,   1.4303
                    3,    1,    -67, -66.6667, -1.4641, 0.625000, 0.3333, 0.0063,   4.1514
                    1,    4,    300, 300.0000,  2.0000, 0.375000, 4.0000, 0.3958, 196.9899
                    21,   26,   24,   23.8095,  1.0329, 0.560065, 1.2381, 0.6699,   2.3143
                    535,  413,  -23, -22.8037, -5.6153, 0.000083, 0.7720, 0.6773,   0.8794
                    1135, 1169, 3,     2.9956,  1.0018, 0.491776, 1.0300, 0.9484,   1.1186
                    29,   27,   -7,   -6.8966, -0.3780, 0.893853, 0.9310, 0.5304,   1.6294
                    659,  648,  -2,   -1.6692, -0.4303, 0.782095, 0.9833, 0.8809,   1.0976
                    312,  341,  9,     9.2949,  1.6053, 0.273187, 1.0929, 0.9346,   1.2785
                    """)
    void reproducesThePublishedTable(
            long earlier,
            long later,
            int publishedPercentage,
            double exactPercentage,
            double squareRootDifference,
            double pValue,
            double ratio,
            double lower,
            double upper) {
        var comparison = PoissonComparison.of(earlier, later);

        var percentage = (comparison.rateRatio().orElseThrow() - 1) * 100;
        assertThat(percentage).isCloseTo(exactPercentage, within(5e-5));
        assertThat(BigDecimal.valueOf(percentage)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact())
                .isEqualTo(publishedPercentage);
        assertThat(comparison.squareRootDifference().orElseThrow()).isCloseTo(squareRootDifference, within(5e-5));
        assertThat(comparison.pValue()).isCloseTo(pValue, within(5e-7));
        assertThat(comparison.rateRatio().orElseThrow()).isCloseTo(ratio, within(5e-5));
        var interval = comparison.rateRatioInterval(0.95);
        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    @Test
    void callsFourToNineWithinVariation() {
        var comparison = PoissonComparison.of(4, 9);

        assertThat(comparison.squareRootDifference()).hasValue(2);
        assertThat(comparison.pValue()).isCloseTo(0.266845703125, within(1e-12));
        assertThat(comparison.pValue()).isGreaterThan(PoissonComparison.UNUSUAL);
    }

    @Test
    void allowsForUnequalExposures() {
        // the breast cancer example of R's poisson.test: 11 in 800 against 6 + 8 + 7 in 1083 + 1050 + 878
        var comparison = new PoissonComparison(ExposedCount.of(21, 3011), ExposedCount.of(11, 800));

        assertThat(comparison.rateRatio().orElseThrow()).isCloseTo(1.971488, within(5e-7));
        assertThat(comparison.rateRatioInterval(0.95).lower()).isCloseTo(0.8584264, within(5e-8));
        assertThat(comparison.rateRatioInterval(0.95).upper()).isCloseTo(4.2772659, within(5e-7));
        // R adds the tails by likelihood and gives 0.07967; twice the smaller tail fits the interval
        assertThat(comparison.pValue()).isCloseTo(0.112017319575, within(1e-11));
        assertThat(comparison.squareRootDifference()).isEmpty();
    }

    @Test
    void explainsEverythingByChanceWhenNothingWasCounted() {
        var comparison = PoissonComparison.of(0, 0);

        assertThat(comparison.pValue()).isEqualTo(1);
        assertThat(comparison.rateRatio()).isEmpty();
        assertThat(comparison.rateRatioInterval(0.95))
                .isEqualTo(new ConfidenceInterval(0, Double.POSITIVE_INFINITY, 0.95));
    }

    @Test
    void hasNoUpperBoundFromNothing() {
        var comparison = PoissonComparison.of(0, 6);

        assertThat(comparison.pValue()).isCloseTo(2 * Math.pow(0.5, 6), within(1e-15));
        assertThat(comparison.rateRatio()).isEmpty();
        assertThat(comparison.rateRatioInterval(0.95).upper()).isInfinite();
        assertThat(PoissonComparison.of(6, 0).rateRatioInterval(0.95).lower()).isZero();
    }

    @Test
    void permitsPercentagesOnLargeEnoughCountsOnly() {
        assertThat(PoissonComparison.of(10, 10).isLargeEnoughForPercentage()).isTrue();
        assertThat(PoissonComparison.of(10, 9).isLargeEnoughForPercentage()).isFalse();
        assertThat(PoissonComparison.of(9, 100).isLargeEnoughForPercentage()).isFalse();
    }

    @Test
    void agreesWithTheRuleOfThumbOnLargeCounts() {
        for (var later = 1_000L; later <= 1_300; later++) {
            var comparison = PoissonComparison.of(1_100, later);
            var distance = Math.abs(comparison.squareRootDifference().orElseThrow());
            if (Math.abs(distance - 3) > 0.05) {
                assertThat(comparison.pValue() < PoissonComparison.UNUSUAL)
                        .as("1,100 to %s", later)
                        .isEqualTo(distance > 3);
            }
        }
    }

    @Test
    void isSymmetric() {
        var samples = new Samples(20190101);
        for (var round = 0; round < 500; round++) {
            var one = ExposedCount.of(samples.poisson(8), samples.between(0.5, 2));
            var other = ExposedCount.of(samples.poisson(8), samples.between(0.5, 2));
            assertThat(new PoissonComparison(one, other).pValue())
                    .isCloseTo(new PoissonComparison(other, one).pValue(), within(1e-12));
        }
    }

    @Test
    void isLessLikelyTheLargerTheDifference() {
        var pValues = LongStream.rangeClosed(20, 60)
                .mapToDouble(later -> PoissonComparison.of(20, later).pValue())
                .toArray();

        assertThat(IntStream.range(1, pValues.length)).allMatch(index -> pValues[index] <= pValues[index - 1]);
        assertThat(pValues[0]).isEqualTo(1);
    }

    @Test
    void saysUnusualExactlyWhenTheIntervalLeavesOutOne() {
        var samples = new Samples(20200101);
        for (var round = 0; round < 1_000; round++) {
            var comparison = new PoissonComparison(
                    ExposedCount.of(samples.poisson(15), samples.between(0.2, 3)),
                    ExposedCount.of(samples.poisson(15), samples.between(0.2, 3)));
            assertThat(comparison.pValue() > 0.05)
                    .as("%s", comparison)
                    .isEqualTo(comparison.rateRatioInterval(0.95).contains(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1, 1", "2, 1, 1", "10, 1, 1", "10, 12, 1", "3, 5, 0.5", "25, 1, 1"})
    void raisesNoMoreFalseAlarmsThanItSays(double rate, double earlierExposure, double laterExposure) {
        assertThat(falseAlarms(rate, earlierExposure, laterExposure)).isBetween(0.0, PoissonComparison.UNUSUAL);
    }

    private static double falseAlarms(double rate, double earlierExposure, double laterExposure) {
        var earlier = PoissonDistribution.of(rate * earlierExposure);
        var later = PoissonDistribution.of(rate * laterExposure);
        var probability = 0.0;
        for (var one = 0; one <= earlier.inverseCumulativeProbability(1 - 1e-9); one++) {
            for (var other = 0; other <= later.inverseCumulativeProbability(1 - 1e-9); other++) {
                var comparison = new PoissonComparison(
                        ExposedCount.of(one, earlierExposure), ExposedCount.of(other, laterExposure));
                if (comparison.pValue() < PoissonComparison.UNUSUAL) {
                    probability += earlier.probability(one) * later.probability(other);
                }
            }
        }
        return probability;
    }

    @Test
    void acceptsTheCountsOfAWholeCountry() {
        var comparison = PoissonComparison.of(1_000_000_000, 1_000_000_000);

        assertThat(comparison.pValue()).isEqualTo(1);
        assertThat(comparison.rateRatioInterval(0.95).contains(1)).isTrue();
    }

    @Test
    void refusesWhatIsNotACount() {
        assertThatThrownBy(() -> ExposedCount.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExposedCount.of(1_000_000_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExposedCount.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExposedCount.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExposedCount.of(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonComparison.of(1, 2).rateRatioInterval(1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
