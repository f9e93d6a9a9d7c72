package nl.mjpmonitor.dashboard.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.ReadyPage;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long work of which a part waits for its turn. */
@Timeout(60)
class WorkPanelTest {

    private final Turns turns = new Turns(1, 3);
    private final CountDownLatch isLetGo = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final WorkPanel panel = new WorkPanel(new FigureWords(new Texts(), Texts.DUTCH), workers::execute);
    private final ReadyPage page = new ReadyPage();
    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();

    @BeforeEach
    void open() throws InterruptedException {
        page.add(panel);
        CountDownLatch isTaken = new CountDownLatch(1);
        Turn<Boolean> other = turns.enter("other", () -> {
            isTaken.countDown();
            isLetGo.await();
            return true;
        });
        isTaken.await();
        assertThat(other).isNotNull();
    }

    @AfterEach
    void close() {
        isLetGo.countDown();
        turns.close();
        workers.shutdownNow();
        UI.setCurrent(null);
    }

    @Test
    void saysThatItWaitsAndGoesOnWhenItHasItsTurn() throws Exception {
        start(this::inItsTurn);

        await().untilAsserted(() -> assertThat(shown()).contains("Wacht op een beurt: er gaat nog 1 bestand voor"));
        isLetGo.countDown();
        assertThat(outcome.get()).isEqualTo(7);
    }

    @Test
    void whoStopsItWhileItWaitsGivesUpItsTurn() {
        start(this::inItsTurn);
        await().untilAsserted(() -> assertThat(turns.length()).isEqualTo(2));
        await().untilAsserted(() -> assertThat(shown()).contains("Wacht op een beurt"));
        panel.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(Button::click);

        await().untilAsserted(
                        () -> assertThat(outcome.isCompletedExceptionally()).isTrue());
        assertThat(outcome.exceptionNow()).isInstanceOf(CancelledException.class);
        assertThat(turns.length()).isEqualTo(1);
    }

    private int inItsTurn(Progress progress) {
        progress.at(0, 1);
        Turn<Integer> turn = turns.enter("own", () -> 7);
        return turn.await(before -> progress.waits(turn, before));
    }

    private void start(Function<Progress, Integer> work) {
        UI.setCurrent(page);
        panel.start(work, outcome::complete, outcome::completeExceptionally);
        UI.setCurrent(null);
    }

    private String shown() {
        synchronized (page) {
            return panel.getElement().getTextRecursively();
        }
    }
}
