package nl.mjpmonitor.dashboard.quality;

import static nl.mjpmonitor.dashboard.Pages.byTestId;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryQuality;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.ReplayRequest;
import nl.mjpmonitor.warehouse.quality.TableNotice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(username = "beheerder", roles = "BEHEERDER")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.administration",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.quality",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class QualityViewTest extends SpringBrowserlessTest {

    private static final EventPosition POSITION = new EventPosition("melddesk.melddesk.report", 0, 17);

    @Autowired
    private InMemoryQuality quality;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @Autowired
    private LiveDriver live;

    @Autowired
    private Clock clock;

    @BeforeEach
    void empty() {
        quality.clear();
        warehouse.clear();
        trailDriver.flush();
        trail.clear();
    }

    @AfterEach
    void leave() {
        quality.clear();
        UI.getCurrent().navigate("login");
    }

    @Test
    void whenAllIsWellOneSentenceSaysSo() {
        warehouse.heardFrom("melddesk", clock.instant());
        compared(ReconciliationState.EQUAL, 0);
        open(Map.of());

        assertThat(text("oordeel")).startsWith("Alles is op orde");
        assertThat(text("tabel-vergelijking"))
                .contains("melddesk.report")
                .contains("1.200")
                .contains("gelijk");
        assertThat(text("tabel-versheid")).contains("melddesk").contains("op tijd");
        assertThat(text("afgekeurd-geen")).isEqualTo("Er wacht niets.");
    }

    @Test
    void withoutAComparisonItDoesNotClaimOne() {
        warehouse.heardFrom("melddesk", clock.instant());
        open(Map.of());

        assertThat(text("oordeel")).contains("Er is nog niet vergeleken");
    }

    @Test
    void whatIsWrongIsCountedAndShown() {
        warehouse.heardFrom("melddesk", clock.instant().minus(Duration.ofHours(3)));
        compared(ReconciliationState.DRIFTED, 2);
        reject();
        quality.notice(new TableNotice(
                "melddesk",
                "hotspot",
                TableNotice.Kind.PAUSED,
                "",
                "status: the column is missing",
                "melddesk.melddesk.hotspot",
                4,
                clock.instant()));
        quality.lags().record(List.of(new Lag("melddesk", "", Lag.Stage.KEPT, 5L << 20, clock.instant())));
        open(Map.of());

        assertThat(text("oordeel"))
                .isEqualTo("Let op. Bronnen te laat: 1. Tabellen met een verschil: 1. Tabellen die wachten: 1."
                        + " Wijzigingen die op een besluit wachten: 1.");
        assertThat(text("tabel-versheid")).contains("3 uur").contains("te laat");
        assertThat(text("tabel-achterstand")).contains("bewaard door de bron").contains("5 MB");
        assertThat(text("tabel-verschillen")).contains("{\"report_number\":\"1.a\"}");
        assertThat(text("tabel-afspraken"))
                .contains("De tabel wacht. Oorzaak: status: the column is missing")
                .contains("ops/resume melddesk.hotspot");
    }

    @Test
    void anEventIsInspectedWithoutItsValues() {
        reject();
        open(Map.of());

        assertThat(text("bekijk-melddesk.melddesk.report/0/17"))
                .contains("melddesk.melddesk.report/0/17")
                .contains("notes (string)")
                .doesNotContain("Jansstraat");
    }

    @Test
    void replayingIsAskedForAndThenWaits() {
        reject();
        open(Map.of());
        test(button("opnieuw")).click();

        assertThat(quality.requests().newest(ReplayRequest.State.WAITING, 9))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.position()).isEqualTo(POSITION);
                    assertThat(request.requestedBy()).isEqualTo("beheerder");
                });
        assertThat(text("tabel-afgekeurd")).contains("Wordt opnieuw aangeboden.");
        assertThat(audited()).contains(AuditAction.EVENT_REPLAYED);
    }

    @Test
    void aReplayThatFailedSaysWhyAndCanBeTriedAgain() {
        reject();
        quality.requests().ask(POSITION, "beheerder");
        quality.requests()
                .finish(
                        quality.requests()
                                .newest(ReplayRequest.State.WAITING, 1)
                                .getFirst(),
                        ReplayRequest.State.FAILED,
                        "Kafka does not answer");
        open(Map.of());

        assertThat(text("tabel-afgekeurd")).contains("Opnieuw aanbieden is niet gelukt: Kafka does not answer");
        assertThat(button("opnieuw").isEnabled()).isTrue();
    }

    @Test
    void dismissingNeedsAReason() {
        reject();
        open(Map.of());
        test(button("afsluiten")).click();
        test(button("bevestig")).click();
        assertThat(quality.events().find(POSITION).orElseThrow().state()).isEqualTo(RejectedEventState.NEW);

        test(find(TextArea.class).single()).setValue("Dubbel ingevoerd");
        test(button("bevestig")).click();
        assertThat(quality.events().find(POSITION).orElseThrow().stateNote()).isEqualTo("Dubbel ingevoerd");
        assertThat(text("afgekeurd-geen")).isEqualTo("Er wacht niets.");
        assertThat(audited()).contains(AuditAction.EVENT_DISMISSED);

        open(Map.of("afgekeurd", "dismissed"));
        assertThat(text("tabel-afgekeurd")).contains("Opmerking: Dubbel ingevoerd");
    }

    @Test
    @WithMockUser(username = "programmamanager", roles = "PROGRAMMAMANAGER")
    void theProgrammeManagerReadsAndDoesNotAct() {
        reject();
        open(Map.of());

        assertThat(text("tabel-afgekeurd")).contains("De beheerder beslist hierover.");
        assertThat(find(Button.class).all())
                .noneMatch(button -> "opnieuw".equals(button.getElement().getAttribute("data-testid")));
    }

    @Test
    @WithMockUser(username = "raad", roles = "RAAD")
    void forEverybodyElseTheViewDoesNotExist() {
        open(Map.of());

        assertThat(getCurrentView()).isNotInstanceOf(QualityView.class);
    }

    @Test
    void whenTheWarehouseIsAwayThePageSaysSo() {
        quality.goAway();
        open(Map.of());

        assertThat(text("melding")).isNotBlank();
    }

    @Test
    void theOpenPageFollowsWhatHappens() {
        warehouse.heardFrom("melddesk", clock.instant());
        compared(ReconciliationState.EQUAL, 0);
        open(Map.of());
        Component tables = byTestId("tabel-vergelijking");
        reject();
        look();

        assertThat(text("oordeel")).contains("Wijzigingen die op een besluit wachten: 1");
        assertThat(text("tabel-afgekeurd")).contains("melddesk.report");
        assertThat(byTestId("tabel-vergelijking"))
                .as("in the same place, so that nobody loses his own")
                .isSameAs(tables);

        Details details = (Details) byTestId("bekijk-melddesk.melddesk.report/0/17");
        test(details).openDetails();
        quality.requests().ask(POSITION, "beheerder");
        look();
        assertThat(text("tabel-afgekeurd")).contains("Wordt opnieuw aangeboden.");
        assertThat(((Details) byTestId("bekijk-melddesk.melddesk.report/0/17")).isOpened())
                .as("what was opened stays open")
                .isTrue();
    }

    @Test
    void theLastStayWithANoticeWhenTheWarehouseGoesAway() {
        reject();
        open(Map.of());
        quality.goAway();
        look();
        assertThat(text("melding")).contains("Niet bijgewerkt");
        assertThat(text("tabel-afgekeurd")).contains("melddesk.report");

        quality.comeBack();
        look();
        assertThat(byTestId("melding").isVisible()).isFalse();
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private void compared(ReconciliationState state, long drifted) {
        quality.reconciliations()
                .record(List.of(new ReconciledRange(
                        "melddesk",
                        "report",
                        ReconciledRange.ROWS,
                        clock.instant(),
                        1,
                        "",
                        "",
                        1_200,
                        1_200 - drifted,
                        1,
                        2,
                        0,
                        drifted,
                        state,
                        drifted == 0 ? "" : "{\"report_number\":\"1.a\"}")));
    }

    private void reject() {
        quality.reject(new RejectedEvent(
                POSITION,
                "unknown-area",
                "buurt_code: must be a code of codes/area.json",
                "melddesk",
                "report",
                "{\"report_number\":\"1.a\"}",
                "{\"op\":\"c\",\"after\":{\"report_number\":\"1.a\",\"notes\":\"Jansstraat\"}}",
                Instant.parse("2026-11-20T08:00:00Z"),
                RejectedEventState.NEW,
                ""));
    }

    private List<AuditAction> audited() {
        trailDriver.flush();
        return trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100)).stream()
                .map(AuditEvent::action)
                .toList();
    }

    private static void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("datakwaliteit", QueryParameters.simple(parameters));
    }

    private Button button(String testId) {
        return find(Button.class).all().stream()
                .filter(button -> testId.equals(button.getElement().getAttribute("data-testid")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + testId));
    }

    private static String text(String testId) {
        return Pages.text(byTestId(testId));
    }
}
