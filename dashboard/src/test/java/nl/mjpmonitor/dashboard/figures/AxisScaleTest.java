package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisScaleTest {

    @Test
    void countsStartAtZeroWithWholeSteps() {
        assertThat(AxisScale.of(List.of(3.0, 41.0), true, true)).isEqualTo(new AxisScale(0, 60, 20));
        assertThat(AxisScale.of(List.of(1.0, 2.0), true, true)).isEqualTo(new AxisScale(0, 2, 1));
        assertThat(AxisScale.of(List.of(0.0), true, true)).isEqualTo(new AxisScale(0, 4, 1));
        assertThat(AxisScale.of(List.of(), true, true)).isEqualTo(new AxisScale(0, 4, 1));
    }

    @Test
    void marksNeedNotStartAtZero() {
        AxisScale scale = AxisScale.of(List.of(6.5, 7.3), false, false);

        assertThat(scale.from()).isBetween(6.0, 6.5);
        assertThat(scale.to()).isBetween(7.3, 7.6);
    }

    @Test
    void allValuesFitOnFewRoundSteps() {
        Random random = new Random(935);
        for (int n = 0; n < 1_000; n++) {
            double highest = Math.pow(10, random.nextDouble() * 6 - 1);
            double lowest = highest * random.nextDouble();
            boolean isWhole = random.nextBoolean();

            AxisScale scale = AxisScale.of(List.of(lowest, highest), random.nextBoolean(), isWhole);

            assertThat(scale.from()).isLessThanOrEqualTo(lowest + 1e-6);
            assertThat(scale.to()).isGreaterThanOrEqualTo(highest - 1e-6);
            assertThat((scale.to() - scale.from()) / scale.step()).isBetween(0.99, 6.01);
            if (isWhole) {
                assertThat(scale.step()).isEqualTo(Math.rint(scale.step()));
            }
        }
    }
}
