package nl.mjpmonitor.dashboard.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateClassesTest {

    @Test
    void boundsAreRoundedAroundTheCommonRate() {
        RateClasses classes = RateClasses.around(15.37).orElseThrow();

        assertThat(classes.bounds())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("7.7"), new BigDecimal("12"), new BigDecimal("19"), new BigDecimal("31"));
    }

    @Test
    void aRateOnABoundIsInTheHigherClass() {
        RateClasses classes = RateClasses.around(100).orElseThrow();

        assertThat(List.of(0, 49, 50, 74, 75, 129, 130, 199, 200, 5_000))
                .extracting(rate -> classes.of(BigDecimal.valueOf(rate)))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }

    @Test
    void everyClassHasTheBoundOfItsNeighbour() {
        RateClasses classes = RateClasses.around(42).orElseThrow();

        assertThat(classes.from(1)).isEmpty();
        assertThat(classes.below(RateClasses.COUNT)).isEmpty();
        for (int number = 1; number < RateClasses.COUNT; number++) {
            assertThat(classes.below(number)).isEqualTo(classes.from(number + 1));
        }
    }

    @Test
    void thereAreNoClassesWhenTheirBoundsWouldFallTogether() {
        assertThat(RateClasses.around(0)).isEmpty();
        assertThat(RateClasses.around(0.05)).isEmpty();
    }
}
