package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.live.LiveMode;
import nl.mjpmonitor.ops.sources.live.LivePace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveFeedTest {

    private static final LiveMode.Databases DOWN = system -> {
        throw new SQLException("down");
    };

    /** Beats when it is told to. */
    private static final class FakePace implements LivePace {
        private Duration pause = Duration.ZERO;
        private Runnable change = () -> {};
        private boolean isStopped;

        @Override
        public Beat keep(Runnable change, Duration pause) {
            this.change = change;
            this.pause = pause;
            return () -> isStopped = true;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PT1M", "30, PT2S", "6000, PT0.01S"})
    void waitsAsLongAsTheRateAsks(int rate, Duration pause) {
        FakePace pace = new FakePace();

        LiveFeed.start(DOWN, rate, pace, change -> {}).close();

        assertThat(pace.pause).isEqualTo(pause);
        assertThat(pace.isStopped).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6001})
    void refusesWhatIsNoRate(int rate) {
        assertThatThrownBy(() -> LiveFeed.start(DOWN, rate, new FakePace(), change -> {}))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(Integer.toString(rate));
    }

    @Test
    void goesOnWhileTheDatabasesAreAway() {
        FakePace pace = new FakePace();
        List<LiveMode.Change> told = new ArrayList<>();
        try (LiveFeed feed = LiveFeed.start(DOWN, 30, pace, told::add)) {
            assertThat(feed).isNotNull();
            pace.change.run();
            pace.change.run();
        }

        assertThat(told).isEmpty();
    }
}
