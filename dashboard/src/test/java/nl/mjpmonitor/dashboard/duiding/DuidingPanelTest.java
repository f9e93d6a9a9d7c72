package nl.mjpmonitor.dashboard.duiding;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The panel as it stands beside one indicator in the view Criminaliteit. */
@DashboardTest
@WithMockUser(username = "jansen", roles = "ANALIST")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class DuidingPanelTest extends SpringBrowserlessTest {

    private static final DuidingSubject SUBJECT = DuidingStoreContract.subject("woninginbraak", "GM0935", "2023");

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private InMemoryDuidingStore duidingen;

    @Autowired
    private DuidingService service;

    @Autowired
    private Areas areas;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        duidingen.clear();
        PublishedFigures.fill(warehouse, areas, Instant.now());
    }

    @AfterEach
    void leave() {
        store.become(StoreState.READY);
        UI.getCurrent().navigate("login");
    }

    @Test
    void withoutDuidingThePanelSaysSo() {
        open();
        assertThat(text("duiding-melding")).isEqualTo("Er is nog geen duiding bij dit cijfer.");
    }

    @Test
    void anAnalystWritesAndEditsAConcept() {
        open();
        click("duiding-schrijven");
        period().setValue(period().getListDataView().getItem(1));
        type("In de zomer waren er twee reeksen.\nBeide zijn opgelost.");
        click("duiding-bewaren");
        assertThat(texts("duiding-tekst")).containsExactly("In de zomer waren er twee reeksen.\nBeide zijn opgelost.");
        assertThat(text("duiding")).contains("2022").contains("concept").contains("Analist (jansen), ");
        assertThat(find("duiding-vaststellen")).isEmpty();
        assertThat(find("duiding-intrekken")).isEmpty();
        click("duiding-wijzigen");
        type("Eén reeks.");
        click("duiding-bewaren");
        assertThat(texts("duiding-tekst")).containsExactly("Eén reeks.");
        assertThat(text("duiding-geschiedenis")).contains("In de zomer waren er twee reeksen.");
    }

    @Test
    void aTextThatCannotBeKeptStaysInTheFieldWithTheReason() {
        open();
        click("duiding-schrijven");
        type("<b>Hoog</b>");
        click("duiding-bewaren");
        assertThat(field().isInvalid()).isTrue();
        assertThat(field().getErrorMessage()).isEqualTo("Gebruik alleen gewone tekst, zonder HTML.");
        assertThat(field().getValue()).isEqualTo("<b>Hoog</b>");
        click("duiding-annuleren");
        assertThat(find("duiding-invoer")).isEmpty();
        assertThat(duidingen.find(new DuidingQuestion(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    @WithMockUser(username = "de vries", roles = "PROGRAMMAMANAGER")
    void whoMayEstablishesTheTextOfSomebodyElse() {
        writeAs("analist", "Van een ander");
        open();
        click("duiding-vaststellen");
        assertThat(text("duiding")).contains("vastgesteld").contains("Analist (analist), ");
        assertThat(find("duiding-vaststellen")).isEmpty();
        click("duiding-intrekken");
        assertThat(text("duiding")).contains("ingetrokken");
        assertThat(find("duiding-wijzigen")).isEmpty();
    }

    @Test
    @WithMockUser(username = "de vries", roles = "PROGRAMMAMANAGER")
    void nobodyEstablishesATextOfOnesOwn() {
        open();
        click("duiding-schrijven");
        type("Van mijzelf");
        click("duiding-bewaren");
        assertThat(find("duiding-vaststellen")).isEmpty();
        assertThat(text("duiding")).contains("Iemand anders stelt uw tekst vast.");
    }

    @Test
    @WithMockUser(username = "raadslid", roles = "RAAD")
    void theCouncilReadsWhatWasEstablishedAndWritesNothing() {
        writeAs("analist", "Alleen een concept");
        DuidingId id = writeAs("analist", "Voor iedereen");
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            service.establish(id, 1);
        }
        open();
        assertThat(texts("duiding-tekst")).containsExactly("Voor iedereen");
        assertThat(text("duiding")).contains("Analist, ").doesNotContain("(analist)");
        assertThat(find("duiding-geschiedenis")).isEmpty();
        assertThat(find("duiding-wijzigen")).isEmpty();
        assertThat(find("duiding-schrijven").map(Component::isVisible)).contains(false);
    }

    @Test
    void ofTwoWritersTheSecondSeesBothTextsAndDecides() {
        DuidingId id = writeAs("analist", "Begin");
        open();
        click("duiding-wijzigen");
        type("Mijn tekst");
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            service.edit(id, 1, "Hun tekst");
        }
        click("duiding-bewaren");
        assertThat(text("duiding-andere-tekst")).isEqualTo("Hun tekst");
        assertThat(field().getValue()).isEqualTo("Mijn tekst");
        assertThat(duidingen.find(id).orElseThrow().current().text()).isEqualTo("Hun tekst");
        type("Onze tekst");
        click("duiding-bewaren");
        assertThat(duidingen.find(id).orElseThrow().versions())
                .extracting(DuidingVersion::text)
                .containsExactly("Begin", "Hun tekst", "Onze tekst");
        assertThat(texts("duiding-tekst")).containsExactly("Onze tekst");
    }

    @Test
    void whatWasEstablishedStaysVisibleWhileANewerTextIsWritten() {
        DuidingId id = writeAs("analist", "Staat vast");
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            service.establish(id, 1);
        }
        open();
        click("duiding-wijzigen");
        type("Nieuwer");
        click("duiding-bewaren");
        assertThat(texts("duiding-tekst")).containsExactly("Staat vast", "Nieuwer");
    }

    @Test
    void withoutTheStoreTheFiguresStay() {
        store.become(StoreState.AWAY);
        open();
        assertThat(text("duiding-melding")).startsWith("De duiding is nu niet op te halen.");
        assertThat(find("duiding-schrijven").map(Component::isVisible)).contains(false);
        assertThat(text("woninginbraak-2023")).isEqualTo("193");
        leave();
        open();
        assertThat(text("duiding-melding")).isEqualTo("Er is nog geen duiding bij dit cijfer.");
        click("duiding-schrijven");
        type("Nog niet bewaard");
        store.become(StoreState.AWAY);
        click("duiding-bewaren");
        assertThat(field().getValue()).as("what was typed is not lost").isEqualTo("Nog niet bewaard");
        assertThat(text("duiding-melding")).startsWith("De duiding is nu niet op te halen.");
    }

    private DuidingId writeAs(String role, String text) {
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            return service.write(SUBJECT, text).id();
        }
    }

    private static void open() {
        UI.getCurrent().navigate("criminaliteit", QueryParameters.simple(Map.of("indicator", "woninginbraak")));
    }

    @SuppressWarnings("unchecked")
    private Select<Object> period() {
        return (Select<Object>) find("duiding-periode").orElseThrow();
    }

    private TextArea field() {
        return (TextArea) find("duiding-invoer").orElseThrow();
    }

    private void type(String words) {
        test(field()).setValue(words);
    }

    private void click(String testId) {
        test((Button) find(testId).orElseThrow(() -> new AssertionError("There is no button " + testId)))
                .click();
    }

    private String text(String testId) {
        return find(testId)
                .orElseThrow(() -> new AssertionError("Nothing has data-testid " + testId))
                .getElement()
                .getTextRecursively();
    }

    private List<String> texts(String testId) {
        return all(testId).stream()
                .map(component -> component.getElement().getTextRecursively())
                .toList();
    }

    private Optional<Component> find(String testId) {
        return all(testId).stream().findFirst();
    }

    private static List<Component> all(String testId) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
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
}
