package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityKeeperTest {

    @Test
    void theIntervalIsInMinutesAndCanBeNever() {
        assertThat(QualityKeeper.interval(Map.of())).isEqualTo(Duration.ofMinutes(15));
        assertThat(QualityKeeper.interval(Map.of(QualityKeeper.INTERVAL, "60"))).isEqualTo(Duration.ofHours(1));
        assertThat(QualityKeeper.interval(Map.of(QualityKeeper.INTERVAL, "0"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatIsNoIntervalIsRefusedWithWhatToChange() {
        assertThatThrownBy(() -> QualityKeeper.interval(Map.of(QualityKeeper.INTERVAL, "often")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("MJP_RECONCILE_MINUTES must be a number of minutes");
        assertThatThrownBy(() -> QualityKeeper.interval(Map.of(QualityKeeper.INTERVAL, "-1")))
                .isInstanceOf(LauncherException.class);
    }
}
