package nl.mjpmonitor.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemorySignalStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(roles = "ANALIST")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.signals",
            "nl.mjpmonitor.dashboard.themes"
        })
class SignalsViewTest extends SpringBrowserlessTest {

    private final Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemorySignalStore acts;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private LiveDriver driver;

    @Autowired
    private SignalService service;

    @Autowired
    private OpenSignalsPanels panels;

    @Autowired
    private Texts texts;

    private Signal month;
    private Signal hotspot;

    @BeforeEach
    void fill() {
        leave();
        store.become(StoreState.READY);
        signals.clear();
        acts.clear();
        month = signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, "woninginbraak", "GM0935", yesterday);
        hotspot = signals.open(SignalRule.HOTSPOT_OPENED, "h1", "BU09350000", yesterday.plusSeconds(60));
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void everySignalHasItsSentenceFiguresAndWayToItsIndicator() {
        open();
        Pages.unfold();

        assertThat(text(card(month))).contains("Ongewone maand", "Maastricht", "nieuw", "Zin over woninginbraak", "41");
        assertThat(anchors(card(month)))
                .extracting(Anchor::getHref)
                .containsExactly("indicator/woninginbraak?gebied=GM0935");
        assertThat(anchors(card(hotspot))).as("about no indicator").isEmpty();
        assertThat(text(byTestId("signalen-aantal"))).isEqualTo("Aantal signalen: 2.");
    }

    @Test
    void theAddressChoosesByAreaRuleAndState() {
        open("gebied", "BU09350000");
        assertThat(shown()).containsExactly(hotspot.id().value());
        open("regel", "maand-buiten-grenzen");
        assertThat(shown()).containsExactly(month.id().value());
        open("toestand", "voorbij");
        assertThat(shown()).isEmpty();
        assertThat(text(byTestId("signalen-aantal"))).isEqualTo("Er zijn geen signalen die hierbij passen.");
        open("toestand", "alles");
        assertThat(shown()).hasSize(2);
    }

    @Test
    void aSignalIsSeenExplainedAndClosed() {
        open();
        test(button(card(month), "signaal-gezien")).click();
        assertThat(text(card(month))).contains("gezien");
        test(button(card(month), "signaal-toelichten")).click();
        write(card(month), "Eén dader in december.");
        assertThat(text(card(month))).contains("toegelicht", "Eén dader in december.");
        test(button(card(month), "signaal-sluiten")).click();
        write(card(month), "Dader is opgepakt.");

        assertThat(shown())
                .as("what is closed is not open")
                .containsExactly(hotspot.id().value());
        open("toestand", "gesloten");
        assertThat(text(card(month))).contains("gesloten", "Dader is opgepakt.");
        assertThat(find(card(month), "signaal-sluiten")).isEmpty();
    }

    @Test
    void aReasonThatIsNoneStaysInTheEditor() {
        open();
        test(button(card(month), "signaal-sluiten")).click();
        write(card(month), " ");

        TextArea editor = (TextArea) find(card(month), "signaal-tekst").orElseThrow();
        assertThat(editor.isInvalid()).isTrue();
        assertThat(editor.getErrorMessage()).isEqualTo("Schrijf eerst een tekst.");
    }

    @Test
    void ofTwoWhoActTheSecondSeesHowItStands() {
        open();
        try (LoggedIn other = LoggedIn.inRole("programmamanager")) {
            assertThat(other).isNotNull();
            service.tellSeen(month.id(), 0);
        }
        test(button(card(month), "signaal-gezien")).click();

        assertThat(text(byTestId("signalen-melding"))).startsWith("Iemand anders heeft intussen iets");
        assertThat(text(card(month))).contains("gezien", "Programmamanager");
    }

    @Test
    void newSignalsComeByThemselvesAndStayWhenTheWarehouseIsAway() {
        open();
        signals.open(SignalRule.FEED_SILENT, "melddesk", "GM0935", Instant.now());
        look();
        assertThat(shown()).hasSize(3);
        signals.goAway();
        look();

        assertThat(shown()).hasSize(3);
        assertThat(text(byTestId("signalen-melding"))).startsWith("Het datawarehouse antwoordt nu niet.");
    }

    @Test
    void whoWritesGoesOnWritingWhenNewsComes() {
        open();
        test(button(card(month), "signaal-toelichten")).click();
        TextArea editor = (TextArea) find(card(month), "signaal-tekst").orElseThrow();
        editor.setValue("Een halve zin");
        signals.open(SignalRule.FEED_SILENT, "melddesk", "GM0935", Instant.now());
        signals.end(hotspot.id(), Instant.now());
        look();

        assertThat(shown()).hasSize(2).last().isEqualTo(month.id().value());
        assertThat(find(card(month), "signaal-tekst")).contains(editor);
        assertThat(editor.getValue()).isEqualTo("Een halve zin");
    }

    @Test
    void withoutTheStoreTheSignalsAreThereAndNothingCanBeDone() {
        store.become(StoreState.AWAY);
        open();

        assertThat(shown()).hasSize(2);
        assertThat(find(card(month), "signaal-gezien")).isEmpty();
        assertThat(text(byTestId("signalen-melding"))).contains("niet wat mensen ermee deden");
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilSeesWhatIsPublicAndDoesNothing() {
        open();

        assertThat(shown()).containsExactly(month.id().value());
        assertThat(find(card(month), "signaal-gezien")).isEmpty();
    }

    @Test
    void thePanelCountsWhatItIsAboutAndFollows() {
        OpenSignals panel = panels.panel(new FigureWords(texts, Texts.DUTCH));
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("2 open signalen").contains("Zin over h1");
        panel.about(signal -> signal.subject().equals("woninginbraak"));
        assertThat(text(panel)).contains("1 open signaal:").contains("Zin over woninginbraak");
        signals.end(month.id(), Instant.now());
        look();
        assertThat(panel.isVisible()).isFalse();
        UI.getCurrent().remove(panel);
    }

    private void open(String... parameter) {
        leave();
        UI.getCurrent()
                .navigate(
                        "signalen",
                        parameter.length == 0
                                ? QueryParameters.empty()
                                : QueryParameters.of(parameter[0], parameter[1]));
    }

    private void look() {
        driver.look();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private List<String> shown() {
        return all(SignalCard.class).stream()
                .map(card -> card.getElement().getAttribute("data-testid"))
                .map(id -> id.substring("signaal-".length()))
                .toList();
    }

    private static <T extends Component> List<T> all(Class<T> type) {
        return descendants(UI.getCurrent()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<Component> descendants(Component component) {
        List<Component> all = new ArrayList<>();
        component.getChildren().forEach(child -> {
            all.add(child);
            all.addAll(descendants(child));
        });
        return all;
    }

    private Component card(Signal signal) {
        return byTestId("signaal-" + signal.id());
    }

    private Component byTestId(String id) {
        return find(UI.getCurrent(), id).orElseThrow(() -> new AssertionError("There is no " + id));
    }

    private static Optional<Component> find(Component root, String testId) {
        return descendants(root).stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst();
    }

    private static Button button(Component card, String testId) {
        return (Button) find(card, testId).orElseThrow(() -> new AssertionError("There is no " + testId));
    }

    private void write(Component card, String text) {
        ((TextArea) find(card, "signaal-tekst").orElseThrow()).setValue(text);
        test(button(card, "signaal-bewaren")).click();
    }

    private static List<Anchor> anchors(Component card) {
        return descendants(card).stream()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .toList();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
