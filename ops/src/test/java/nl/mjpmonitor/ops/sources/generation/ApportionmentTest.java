package nl.mjpmonitor.ops.sources.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
    /** The textbook example of the largest remainder method: 10 seats, 100 votes. */
    @Test
    void givesWhatIsLeftToTheLargestFractions() {
        assertThat(Apportionment.apportion(10, 47, 16, 15.8, 12, 6.1, 3.1)).containsExactly(5, 2, 1, 1, 1, 0);
    }

    @Test
    void givesTheFirstOfEqualFractionsMore() {
        assertThat(Apportionment.apportion(2, 1, 1, 1)).containsExactly(1, 1, 0);
    }

    @Test
    void givesNothingToAPartWithoutWeight() {
        assertThat(Apportionment.apportion(7, 0, 1, 0, 2)).containsExactly(0, 2, 0, 5);
    }

    @Test
    void dividesNothing() {
        assertThat(Apportionment.apportion(0, 1, 2)).containsExactly(0, 0);
        assertThat(Apportionment.apportion(0)).isEmpty();
        assertThat(Apportionment.apportion(0, 0, 0)).containsExactly(0, 0);
    }

    @Test
    void keepsAnExactShareExact() {
        assertThat(Apportionment.apportion(7840, 7781, 59)).containsExactly(7781, 59);
    }

    @Test
    void addsUpAndStaysWithinOneOfTheShareWhateverTheWeights() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            double[] weights = random.doubles(1 + random.nextInt(60), 0, 1_000)
                    .map(weight -> random.nextInt(4) == 0 ? 0 : weight)
                    .toArray();
            weights[random.nextInt(weights.length)] = 1e-6;
            int total = random.nextInt(2_000);

            int[] parts = Apportionment.apportion(total, weights);

            double sum = DoubleStream.of(weights).sum();
            assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
            assertThat(IntStream.range(0, parts.length))
                    .allSatisfy(i -> assertThat(Math.abs(parts[i] - total * weights[i] / sum))
                            .isLessThan(1));
        }
    }

    @Test
    void refusesWhatCannotBeDivided() {
        assertThatThrownBy(() -> Apportionment.apportion(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.apportion(1, -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.apportion(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.apportion(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.apportion(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
