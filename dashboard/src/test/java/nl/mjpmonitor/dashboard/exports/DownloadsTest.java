package nl.mjpmonitor.dashboard.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.ReadyPage;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.dashboard.progress.Turns;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DownloadsTest {

    private static final String NAME = "Document (PDF)";
    private static final ExportFile FILE =
            new ExportFile("overzicht.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8));

    private final Turns turns = new Turns(1, 2);
    private final ExecutorService browser = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch isLetGo = new CountDownLatch(1);
    private final Downloads downloads = new Downloads(
            new FigureWords(new Texts(), Texts.DUTCH),
            problem -> problem instanceof IllegalStateException
                    ? Optional.of(String.valueOf(problem.getMessage()))
                    : Optional.empty());
    private final Answer answer = new Answer();
    private final ReadyPage page = new ReadyPage();

    /** What the browser gets. */
    private static final class Answer {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final Map<String, Object> said = new ConcurrentHashMap<>(Map.of("status", 200));

        VaadinResponse response() {
            return (VaadinResponse) Proxy.newProxyInstance(
                    VaadinResponse.class.getClassLoader(),
                    new Class<?>[] {VaadinResponse.class},
                    (_, called, arguments) -> {
                        switch (called.getName()) {
                            case "setStatus" -> said.put("status", arguments[0]);
                            case "setContentType" -> said.put("Content-Type", arguments[0]);
                            case "setHeader" -> said.put((String) arguments[0], arguments[1]);
                            default -> {
                                // of no importance here
                            }
                        }
                        return switch (called.getName()) {
                            case "getOutputStream" -> body;
                            case "containsHeader" -> false;
                            default -> null;
                        };
                    });
        }

        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void open() {
        page.add(downloads);
    }

    @AfterEach
    void close() {
        isLetGo.countDown();
        turns.close();
        browser.shutdownNow();
    }

    @Test
    void aFileComesWholeAndNothingMoreIsSaid() throws Exception {
        follow(made());

        assertThat(answer.said).containsEntry("status", 200).containsEntry("Content-Type", "application/pdf");
        assertThat(answer.text()).isEqualTo("%PDF");
        await().untilAsserted(() -> assertThat(shown()).isEmpty());
    }

    @Test
    void aFileThatWaitsSaysSoAndItsPlace() throws Exception {
        occupied();
        Future<?> download = browser.submit(() -> followed(made()));

        await().untilAsserted(() ->
                assertThat(shown()).startsWith("Document (PDF) wacht op zijn beurt. Er gaat nog 1 bestand voor."));
        isLetGo.countDown();
        download.get();
        assertThat(answer.text()).isEqualTo("%PDF");
        await().untilAsserted(() -> assertThat(shown()).isEmpty());
    }

    @Test
    void whoStopsWaitingGetsNothingAndStaysOnThePage() throws Exception {
        occupied();
        Future<?> download = browser.submit(() -> followed(made()));
        await().untilAsserted(() -> assertThat(shown()).contains("Stop"));
        ((Div) downloads.getChildren().findFirst().orElseThrow())
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(Button::click);
        download.get();

        assertThat(answer.said).containsEntry("status", 204);
        assertThat(answer.text()).isEmpty();
        assertThat(turns.length()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(shown()).isEmpty());
    }

    @Test
    void aSecondClickGivesTheFileThatIsBeingMade() throws Exception {
        AtomicInteger made = new AtomicInteger();
        occupied();
        DownloadHandler link = downloads.handler(
                NAME,
                () -> Optional.of(turns.enter("page", () -> {
                    made.incrementAndGet();
                    return Optional.of(FILE);
                })));
        Answer other = new Answer();
        Future<?> first = browser.submit(() -> followed(link));
        Future<?> second = browser.submit(() -> followed(link, other));
        await().untilAsserted(() -> assertThat(shown()).contains("wacht"));
        isLetGo.countDown();
        first.get();
        second.get();

        assertThat(answer.text()).isEqualTo("%PDF");
        assertThat(other.text()).isEqualTo("%PDF");
        assertThat(made).hasValue(1);
    }

    @Test
    void whenTooManyWaitTheReaderIsToldWhenToComeBack() throws Exception {
        occupied();
        Turn<Integer> second = turns.enter("second", () -> 2);
        follow(made());

        assertThat(answer.said).containsEntry("status", 503).containsEntry("Retry-After", "30");
        assertThat(second).isNotNull();
        refusedWith("Document (PDF) is niet gemaakt: er wachten nu te veel bestanden op hun beurt.");
    }

    @Test
    void whatThePageCanExplainIsExplained() throws Exception {
        follow(downloads.keptHandler("rapport.pdf", () -> {
            throw new IllegalStateException("Het bestand <rapport> & meer is niet in orde.");
        }));

        assertThat(answer.said).containsEntry("status", 500);
        assertThat(answer.text())
                .contains("Het bestand &lt;rapport&gt; &amp; meer is niet in orde.")
                .contains("<html lang=\"nl", "<h1>Dit bestand is er niet</h1>");
        await().untilAsserted(() -> assertThat(shown()).isEqualTo("Het bestand <rapport> & meer is niet in orde."));
    }

    @Test
    void everyOtherProblemHasItsSentence() throws Exception {
        follow(failing(new OutOfScopeException("secret")));
        assertThat(answer.said).containsEntry("status", 403);
        refusedWith("Document (PDF) is niet gemaakt: uw rol geeft geen toegang tot deze cijfers.");
        follow(failing(new WarehouseException("secret", new IOException())));
        assertThat(answer.said).containsEntry("status", 503);
        refusedWith("Document (PDF) kan nu niet worden gemaakt");
        follow(failing(new UnsupportedOperationException("secret")));
        assertThat(answer.said).containsEntry("status", 500);
        refusedWith("Document (PDF) kon niet worden gemaakt.");
        follow(downloads.handler(NAME, Optional::empty));
        assertThat(answer.said).containsEntry("status", 404);
        refusedWith("Document (PDF) is er niet");
        assertThat(answer.text()).doesNotContain("secret");
    }

    private void refusedWith(String sentence) {
        assertThat(answer.said).containsEntry("Content-Type", "text/html; charset=utf-8");
        assertThat(answer.text()).contains(sentence);
        await().untilAsserted(() -> assertThat(shown()).startsWith(sentence));
    }

    private DownloadHandler made() {
        return downloads.handler(NAME, () -> Optional.of(turns.enter("made", () -> Optional.of(FILE))));
    }

    private DownloadHandler failing(RuntimeException problem) {
        return downloads.handler(
                NAME,
                () -> Optional.of(turns.enter(problem, () -> {
                    throw problem;
                })));
    }

    /** Something else is being made until it is let go. */
    private void occupied() throws InterruptedException {
        CountDownLatch isTaken = new CountDownLatch(1);
        Turn<Integer> other = turns.enter("other", () -> {
            isTaken.countDown();
            isLetGo.await();
            return 0;
        });
        isTaken.await();
        assertThat(other).isNotNull();
    }

    private void follow(DownloadHandler link) throws IOException {
        follow(link, answer);
    }

    private void follow(DownloadHandler link, Answer answered) throws IOException {
        VaadinRequest request = (VaadinRequest) Proxy.newProxyInstance(
                VaadinRequest.class.getClassLoader(),
                new Class<?>[] {VaadinRequest.class},
                (_, called, _) -> called.getReturnType() == String.class ? "" : null);
        link.handleDownloadRequest(new DownloadEvent(request, answered.response(), null, downloads.getElement()));
    }

    private void followed(DownloadHandler link) {
        followed(link, answer);
    }

    private void followed(DownloadHandler link, Answer answered) {
        try {
            follow(link, answered);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String shown() {
        synchronized (page) {
            return downloads.getElement().getTextRecursively();
        }
    }
}
