package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FavourTest {

    @Test
    void moreIsBadNewsWhereLowerIsBetter() {
        assertThat(Favour.of(Direction.LOWER_IS_BETTER, Verdict.UNUSUALLY_HIGH)).isEqualTo(Favour.UNFAVOURABLE);
        assertThat(Favour.of(Direction.LOWER_IS_BETTER, Verdict.FALLING)).isEqualTo(Favour.FAVOURABLE);
        assertThat(Favour.of(Direction.HIGHER_IS_BETTER, Verdict.LONG_LOWER)).isEqualTo(Favour.UNFAVOURABLE);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aNeutralIndicatorIsNeverGoodOrBadNews(Verdict verdict) {
        assertThat(Favour.of(Direction.NEUTRAL, verdict)).isEqualTo(Favour.NONE);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void chanceIsNoNews(Direction direction) {
        assertThat(Favour.of(direction, Verdict.WITHIN_CHANCE)).isEqualTo(Favour.NONE);
    }
}
