package nl.mjpmonitor.streaming.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChangeVersionTest {

    @Test
    void epochOutranksPositionAndPositionOutranksOrder() {
        assertThat(new ChangeVersion(2, 1, 0)).isGreaterThan(new ChangeVersion(1, 9, 9));
        assertThat(new ChangeVersion(1, 9, 0)).isGreaterThan(new ChangeVersion(1, 8, 9));
        assertThat(new ChangeVersion(1, 8, 9)).isGreaterThan(new ChangeVersion(1, 8, 8));
    }

    @Test
    void aSnapshotReadDoesNotBeatAChangeAtTheSamePosition() {
        assertThat(new ChangeVersion(1, 8, 0).isNewerThan(new ChangeVersion(1, 8, 1)))
                .isFalse();
    }

    @Test
    void aVersionIsNotNewerThanItself() {
        assertThat(new ChangeVersion(1, 8, 1).isNewerThan(new ChangeVersion(1, 8, 1)))
                .isFalse();
    }

    @Test
    void positionsAreUnsigned() {
        assertThat(new ChangeVersion(1, -1L, 1)).isGreaterThan(new ChangeVersion(1, Long.MAX_VALUE, 1));
    }

    @Test
    void partsThatDoNotFitTheWarehouseAreRefused() {
        assertThatThrownBy(() -> new ChangeVersion(1L << 32, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChangeVersion(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
