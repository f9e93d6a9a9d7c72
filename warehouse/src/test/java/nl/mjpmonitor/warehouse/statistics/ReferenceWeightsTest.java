package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceWeightsTest {

    @Test
    void reproducesTheCaseCheckedByHand() {
        // test of the R package surveillance: residuals 5 × 0 and 5 × 2, threshold 0
        var weights = ReferenceWeights.of(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0, 2.0, 2.0, 2.0), 0);

        assertThat(weights.subList(0, 5))
                .allSatisfy(weight -> assertThat(weight).isCloseTo(1.6, within(1e-12)));
        assertThat(weights.subList(5, 10))
                .allSatisfy(weight -> assertThat(weight).isCloseTo(0.4, within(1e-12)));
    }

    @Test
    void weighsAllAlikeWithoutOutliers() {
        assertThat(ReferenceWeights.of(Collections.nCopies(10, 0.0), 0)).containsOnly(1.0);
    }

    @Test
    void hasNoResidualsWithoutVariation() {
        assertThat(ReferenceWeights.residuals(List.of(7L, 7L, 7L), 7, 1))
                .allSatisfy(residual -> assertThat(residual).isCloseTo(0, within(1e-12)));
    }

    @Test
    void hasResidualsOfAboutOneStandardDeviation() {
        var counts = new Samples(20210101).poisson(30, 2_000);
        var mean = counts.stream().mapToLong(Long::longValue).average().orElseThrow();

        var squares = ReferenceWeights.residuals(counts, mean, 1).stream()
                .mapToDouble(residual -> residual * residual)
                .average()
                .orElseThrow();

        assertThat(squares).isCloseTo(1, within(0.1));
    }
}
