package nl.mjpmonitor.ops.sources.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.generation.Choice;
import org.junit.jupiter.api.Test;

class LiveModeTest {

    private record Unreachable(String system) implements LiveSource {
        @Override
        public List<Choice<LiveAction>> actions() {
            return List.of(new Choice<>(new LiveAction("nothing", transaction -> true), 1));
        }
    }

    @Test
    void takesTheSystemsInTurnAlsoWhenOneCannotBeReached() {
        List<String> asked = new ArrayList<>();
        LiveMode.Databases databases = system -> {
            asked.add(system);
            throw new SQLException("down");
        };
        try (LiveMode live = new LiveMode(
                List.of(new Unreachable("one"), new Unreachable("other")), databases, Clock.systemUTC(), 1)) {
            for (int i = 0; i < 4; i++) {
                assertThat(live.change()).isEmpty();
            }
        }

        assertThat(asked).containsExactly("one", "other", "one", "other");
    }

    @Test
    void refusesToKeepNothingMoving() {
        LiveMode.Databases none = system -> {
            throw new SQLException("down");
        };
        assertThatThrownBy(() -> new LiveMode(List.of(), none, Clock.systemUTC(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhatTheUsersOfTheDemoSystemsDo() {
        List<String> systems =
                SourceSystem.all().stream().map(SourceSystem::name).toList();

        assertThat(LiveSource.all())
                .extracting(LiveSource::system)
                .doesNotHaveDuplicates()
                .isSubsetOf(systems);
        assertThat(LiveSource.all())
                .allSatisfy(source -> assertThat(source.actions())
                        .extracting(choice -> choice.value().name())
                        .doesNotHaveDuplicates());
    }

    @Test
    void goesOnAfterADefectAndEndsWhenToldTo() throws InterruptedException {
        AtomicBoolean isUnderWay = new AtomicBoolean();
        CountDownLatch three = new CountDownLatch(3);
        LivePace.Beat beat = new TimedPace()
                .keep(
                        () -> {
                            isUnderWay.set(true);
                            three.countDown();
                            isUnderWay.set(false);
                            if (three.getCount() == 2) {
                                throw new IllegalStateException("a defect, thrown on purpose");
                            }
                        },
                        Duration.ofMillis(1));

        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        beat.stop();

        assertThat(isUnderWay).isFalse();
    }
}
