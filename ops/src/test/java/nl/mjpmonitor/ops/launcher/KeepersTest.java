package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeepersTest {

    private final Keepers keepers = new Keepers();

    @Test
    void allAreInterruptedWhenTheyAreStopped() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch ended = new CountDownLatch(2);
        for (String name : new String[] {"one", "other"}) {
            keepers.start(name, () -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } finally {
                    ended.countDown();
                }
            });
        }
        begun.await();

        keepers.stop();

        ended.await();
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void oneThatFailedBeginsAgain() throws Exception {
        Keepers hasty = new Keepers(Duration.ofMillis(1));
        CountDownLatch begun = new CountDownLatch(3);

        hasty.start("unlucky", () -> {
            begun.countDown();
            if (begun.getCount() == 2) {
                throw new OutOfMemoryError("for a test");
            }
            if (begun.getCount() == 1) {
                throw new IllegalStateException("for a test");
            }
        });

        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noneIsStartedOnceTheyAreStopped() throws Exception {
        AtomicInteger kept = new AtomicInteger();
        keepers.stop();

        keepers.start("late", kept::incrementAndGet);

        Keepers others = new Keepers();
        CountDownLatch begun = new CountDownLatch(1);
        others.start("in time", begun::countDown);
        begun.await();
        assertThat(kept).hasValue(0);
    }
}
