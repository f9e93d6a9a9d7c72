package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
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
