package nl.mjpmonitor.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageDeliveryTest {

    private final CountDownLatch taken = new CountDownLatch(1);
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final UI slowPage = new SlowPage(taken);
    private final Consumer<String> delivery = PageDelivery.to(slowPage, shown::add);

    @AfterEach
    void leaveThePage() {
        taken.countDown();
        UI.setCurrent(null);
    }

    @Test
    @Timeout(30)
    void neverWaitsForAPageAndShowsItTheNewestOnly() {
        delivery.accept("first");
        delivery.accept("second");
        delivery.accept("third");

        assertThat(shown).isEmpty();
        taken.countDown();
        await().untilAsserted(() -> assertThat(shown).containsExactly("third"));
    }

    @Test
    void showsAtOnceInThePagesOwnTurnAndNothingOlderAfterwards() {
        delivery.accept("older");
        UI.setCurrent(slowPage);
        delivery.accept("newer");
        taken.countDown();
        UI.setCurrent(null);
        delivery.accept("newest");

        await().untilAsserted(() -> assertThat(shown).containsExactly("newer", "newest"));
    }

    @Test
    @Timeout(30)
    void aPageThatTakesItsNewsSlowlyHoldsUpNoOther() {
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        delivery.accept("slow");
        PageDelivery.<String>to(new ReadyPage(), elsewhere::add).accept("news");

        await().untilAsserted(() -> assertThat(elsewhere).containsExactly("news"));
        assertThat(shown).isEmpty();
    }

    /** A page whose turn comes when its browser has taken what it was sent. */
    private static final class SlowPage extends UI {

        private final transient CountDownLatch taken;

        SlowPage(CountDownLatch taken) {
            this.taken = taken;
        }

        @Override
        public SerializableRunnable accessLater(SerializableRunnable access, SerializableRunnable detached) {
            return () -> {
                try {
                    taken.await();
                    access.run();
                } catch (InterruptedException interruption) {
                    Thread.currentThread().interrupt();
                }
            };
        }
    }
}
