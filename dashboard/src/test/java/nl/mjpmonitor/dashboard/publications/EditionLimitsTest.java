package nl.mjpmonitor.dashboard.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.documents.pdf.PdfVerdict;
import nl.mjpmonitor.dashboard.progress.CancelledException;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.progress.Turns;
import nl.mjpmonitor.dashboard.publications.EditionRefusedException.Reason;
import nl.mjpmonitor.dashboard.reports.PublishedWarehouse;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishing that is stopped, asked twice, or has nowhere to write; and reports at their limits. */
@DashboardTest
class EditionLimitsTest {

    private static final int FORMS = 5;

    @Autowired
    private EditionLife life;

    @Autowired
    private InMemoryEditionStore store;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private Turns turns;

    @BeforeEach
    void fill() {
        store.clear();
        warehouse.clear();
        PublishedWarehouse.fill(warehouse);
    }

    @Test
    void publishingThatIsStoppedKeepsNothingAndCanBeDoneAgain() {
        Edition approved = approved("Een jaar in cijfers.");
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            for (int stop = 0; stop <= FORMS; stop++) {
                int at = stop;
                assertThatThrownBy(() -> life.publish(approved.id(), approved.version(), (done, all) -> {
                            assertThat(all).isEqualTo(FORMS);
                            if (done == at) {
                                throw new CancelledException();
                            }
                        }))
                        .isInstanceOf(CancelledException.class);
                assertThat(life.find(approved.id())).contains(approved);
                assertThat(store.files(approved.id())).isEmpty();
            }
            Edition published = life.publish(approved.id(), approved.version());
            assertThat(published.number()).contains(1);
            assertThat(store.files(approved.id())).hasSize(FORMS);
        }
    }

    @Test
    void twoClicksAtOncePublishOnce() throws Exception {
        Edition approved = approved("Een jaar in cijfers.");
        CyclicBarrier bothReady = new CyclicBarrier(2);
        Callable<Edition> click = () -> {
            try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
                return life.publish(approved.id(), approved.version(), (done, all) -> {
                    if (done == all) {
                        meet(bothReady);
                    }
                });
            }
        };
        try (ExecutorService clicks = Executors.newFixedThreadPool(2)) {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Edition> outcome : clicks.invokeAll(List.of(click, click))) {
                try {
                    outcomes.add(outcome.get().state());
                } catch (ExecutionException refused) {
                    outcomes.add(refused.getCause().getClass());
                }
            }
            assertThat(outcomes).containsExactlyInAnyOrder(EditionState.GEPUBLICEERD, EditionConflictException.class);
        }
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            assertThat(life.all()).hasSize(1);
            assertThat(life.find(approved.id()).orElseThrow().number()).contains(1);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aFullDiskRefusesThePublicationAndNamesTheFile() {
        DocumentRenderer full = new DocumentRenderer() {
            @Override
            public String mediaType() {
                return "application/pdf";
            }

            @Override
            public String extension() {
                return "pdf";
            }

            @Override
            public void write(Document document, OutputStream out) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        EditionRenderers renderers = new EditionRenderers(List.of(full), turns);
        for (int i = 0; i < 3; i++) {
            EditionRefusedException refused = catchThrowableOfType(
                    EditionRefusedException.class,
                    () -> renderers.files(Documents.everything(), "rapport", Progress.UNWATCHED));
            assertThat(refused.reason()).as("and no turn is lost").isEqualTo(Reason.FILE_NOT_MADE);
            assertThat(refused.details()).containsExactly("rapport.pdf");
        }
    }

    @Test
    void aReportWithoutAnyFigureIsPublishedAsUnknown() throws Exception {
        warehouse.clear();
        Edition approved = approved("Er zijn nog geen cijfers.");
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            Edition published = life.publish(approved.id(), approved.version());
            assertThat(store.files(published.id())).hasSize(FORMS);
            PdfVerdict.isArchivableAndAccessible(pdf(published).bytes());
        }
    }

    @Test
    void theLongestTextWithOddCharactersIsPublishedWhole() throws Exception {
        String odd =
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202eomgekeerd\u202c \ud83d\ude80 =1+1 <b>&amp; ";
        String text = (odd + "\u0000\u0007\ufffe\ud800" + "woord ".repeat(4_000) + "lang".repeat(3_000))
                .substring(0, EditionLife.LONGEST_TEXT);
        Edition approved = approved(text);
        String kept = approved.content().texts().values().iterator().next();
        assertThat(kept)
                .startsWith(odd.strip().substring(0, 20))
                .doesNotContain("\u0000", "\u0007", "\ufffe", "\ud800");
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            Edition published = life.publish(approved.id(), approved.version());
            PdfVerdict.isArchivableAndAccessible(pdf(published).bytes());
            EditionBytes json = store.files(published.id()).stream()
                    .filter(file -> file.name().endsWith(".json"))
                    .findFirst()
                    .flatMap(file -> store.file(published.id(), file.name()))
                    .orElseThrow();
            assertThat(JsonMapper.shared().readTree(json.bytes()).findValues("alineas").stream()
                            .flatMap(JsonNode::valueStream)
                            .map(JsonNode::asString))
                    .contains(kept);
        }
    }

    private EditionBytes pdf(Edition published) {
        return store.files(published.id()).stream()
                .filter(file -> file.mediaType().equals("application/pdf"))
                .findFirst()
                .flatMap(file -> store.file(published.id(), file.name()))
                .orElseThrow();
    }

    private Edition approved(String text) {
        Edition waiting;
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            Edition concept = life.start(
                    new EditionSubject(new ReportId("tussenrapportage"), new AreaCode("GM0935"), Period.year(2023)),
                    "");
            Edition written = life.write(concept.id(), concept.version(), Map.of("tekst-samenvatting", text));
            waiting = life.submit(written.id(), written.version());
        }
        try (LoggedIn _ = LoggedIn.as("approver", "ROLE_DRIEHOEK")) {
            return life.approve(waiting.id(), waiting.version());
        }
    }
}
