package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.mjpmonitor.warehouse.quality.EventPosition;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void anEventIsNamedByItsPlaceInKafka() {
        EventPosition position = new EventPosition("politiecijfers.politie.registration", 0, 1234);

        assertThat(Replay.id(position)).isEqualTo("politiecijfers.politie.registration/0/1234");
        assertThat(Replay.position(Replay.id(position))).isEqualTo(position);
    }

    @Test
    void anythingElseIsNoName() {
        assertThatThrownBy(() -> Replay.position("1234"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("topic/partition/offset");
    }
}
