package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelLimitsTest {

    @ParameterizedTest
    @CsvSource({"0.5, 0, 2, 0, 4", "5, 1, 10, 0, 13", "20.3, 12, 30, 8, 35", "300, 266, 335, 249, 353"})
    void areExactQuantiles(double expected, long lowerTwo, long upperTwo, long lowerThree, long upperThree) {
        var point = new FunnelLimits(0.002, 1).at(ExposedCount.of(0, expected / 0.002));

        assertThat(point.twoSigma()).isEqualTo(new CountRange(lowerTwo, upperTwo));
        assertThat(point.threeSigma()).isEqualTo(new CountRange(lowerThree, upperThree));
    }

    @Test
    void leaveAtMostTheTailsOfTwoAndThreeSigma() {
        for (var expected = 0.1; expected < 400; expected *= 1.3) {
            var counts = PoissonDistribution.of(expected);
            var point = new FunnelLimits(1, 1).at(ExposedCount.of(0, expected));

            assertThat(tails(counts, point.twoSigma())).isLessThanOrEqualTo(SigmaLevel.bothTails(2));
            assertThat(tails(counts, point.threeSigma())).isLessThanOrEqualTo(SigmaLevel.bothTails(3));
        }
    }

    private static double tails(PoissonDistribution counts, CountRange range) {
        return counts.cumulativeProbability((int) range.lower() - 1) + counts.survivalProbability((int) range.upper());
    }

    @Test
    void narrowAroundTheCommonRateOfTheAreas() {
        var areas = List.of(ExposedCount.of(12, 2_000), ExposedCount.of(30, 5_000), ExposedCount.of(138, 23_000));

        var limits = FunnelLimits.of(areas);

        assertThat(limits.rate()).isCloseTo(0.006, within(1e-15));
        var small = limits.at(areas.get(0));
        var large = limits.at(areas.get(2));
        assertThat(small.upperRatePer(10_000) - small.lowerRatePer(10_000))
                .isGreaterThan(large.upperRatePer(10_000) - large.lowerRatePer(10_000));
        assertThat(small.outside()).isEmpty();
    }

    @Test
    void tellTheSideOfAnUnusualArea() {
        var limits = new FunnelLimits(0.006, 1);

        assertThat(limits.at(ExposedCount.of(60, 2_000)).outside()).contains(Direction.HIGHER);
        assertThat(limits.at(ExposedCount.of(0, 2_000)).outside()).contains(Direction.LOWER);
        // above the two sigma limit of 19, within the three sigma limit of 24
        assertThat(limits.at(ExposedCount.of(21, 2_000)).outside()).isEmpty();
        assertThat(limits.at(ExposedCount.of(21, 2_000)).outsideTwoSigma()).contains(Direction.HIGHER);
    }

    @Test
    void areNotWidenedByChance() {
        assertThat(FunnelLimits.widenedBySpread(areas(1, 44)).dispersion()).isEqualTo(1);
    }

    @Test
    void areWidenedWhereAreasDifferForLastingReasons() {
        var areas = areas(3, 44);
        var chance = FunnelLimits.of(areas);
        var widened = FunnelLimits.widenedBySpread(areas);

        assertThat(widened.rate()).isEqualTo(chance.rate());
        assertThat(widened.dispersion()).isGreaterThan(2);
        assertThat(outside(widened, areas)).isLessThan(outside(chance, areas));
    }

    @Test
    void keepAnOutlierFromHidingItself() {
        var areas = new ArrayList<>(areas(1, 44));
        areas.set(0, ExposedCount.of(400, 2_000));

        assertThat(FunnelLimits.widenedBySpread(areas).at(areas.get(0)).outside())
                .contains(Direction.HIGHER);
    }

    @Test
    void expectNothingWhereNothingWasCounted() {
        var areas = List.of(ExposedCount.of(0, 2_000), ExposedCount.of(0, 3_000));

        assertThat(FunnelLimits.widenedBySpread(areas).at(areas.get(0)).threeSigma())
                .isEqualTo(new CountRange(0, 0));
        assertThat(FunnelLimits.of(areas).at(areas.get(0)).outside()).isEmpty();
    }

    @Test
    void needAreas() {
        assertThatThrownBy(() -> FunnelLimits.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunnelLimits.widenedBySpread(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunnelLimits(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunnelLimits(1, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Areas whose true rates lie up to so many times above or below each other. */
    private static List<ExposedCount> areas(double spread, int number) {
        var samples = new Samples(20170101);
        var areas = new ArrayList<ExposedCount>();
        for (var area = 0; area < number; area++) {
            var inhabitants = samples.between(1_000, 6_000);
            var rate = 0.006 * (spread == 1 ? 1 : samples.between(1 / spread, spread));
            areas.add(ExposedCount.of(samples.poisson(rate * inhabitants), inhabitants));
        }
        return areas;
    }

    private static long outside(FunnelLimits limits, List<ExposedCount> areas) {
        return areas.stream()
                .filter(area -> limits.at(area).outside().isPresent())
                .count();
    }
}
