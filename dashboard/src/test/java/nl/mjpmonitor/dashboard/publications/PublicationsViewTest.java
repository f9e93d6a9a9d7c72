package nl.mjpmonitor.dashboard.publications;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.reports.PublishedWarehouse;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(username = "programmamanager", roles = "PROGRAMMAMANAGER")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.publications",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class PublicationsViewTest extends SpringBrowserlessTest {

    private static final String TEXT = "tekst-samenvatting";

    @Autowired
    private EditionLife life;

    @Autowired
    private InMemoryEditionStore editions;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private InMemoryWarehouse warehouse;

    @BeforeEach
    void fill() {
        UI.getCurrent().navigate("login");
        editions.clear();
        warehouse.clear();
        PublishedWarehouse.fill(warehouse);
    }

    @AfterEach
    void restore() {
        store.become(StoreState.READY);
        UI.getCurrent().navigate("login");
    }

    @Test
    void theListFollowsTheAddress() {
        open("tussenrapportage", "2022");
        open("raadsinformatiebrief-bijlage", "2023");
        UI.getCurrent().navigate("publicaties");
        assertThat(all(RouterLink.class)).hasSize(2);
        assertThat(text("publicaties-melding")).isEqualTo("Aantal publicaties: 2.");
        UI.getCurrent().navigate("publicaties", QueryParameters.of("rapport", "tussenrapportage"));
        assertThat(text("publicaties-melding")).isEqualTo("Aantal publicaties: 1.");
        UI.getCurrent().navigate("publicaties", QueryParameters.of("zoek", "2023 BIJLAGE"));
        assertThat(text("tabel-publicaties")).contains("Bijlage bij de raadsinformatiebrief");
        UI.getCurrent().navigate("publicaties", QueryParameters.of("zoek", "bestaat niet"));
        assertThat(text("publicaties-melding")).isEqualTo("Aantal publicaties: 0.");
    }

    @Test
    void aReportIsStartedWrittenAndHandedIn() {
        UI.getCurrent().navigate("publicaties");
        click("nieuw-beginnen");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).matches("publicaties/[0-9]+");
        assertThat(current()).isEqualTo("concept");
        click("indienen");
        assertThat(text("uitgave-melding")).startsWith("Er staat nog geen tekst in.");
        field(TEXT).setValue("Een rustige maand.");
        click("teksten-bewaren");
        assertThat(text("uitgave-melding")).isEqualTo("Bewaard.");
        assertThat(text("voorbeeld")).contains("Een rustige maand.").contains("High Impact Crimes");
        click("indienen");
        assertThat(current()).isEqualTo("geduid");
        // whoever made it is not offered to approve it
        assertThat(exists("vaststellen")).isFalse();
        assertThat(exists("terugsturen")).isTrue();
        assertThat(text("tabel-geschiedenis")).contains("programmamanager (Programmamanager)");
    }

    @Test
    void whatSomebodyElseHandedInIsApprovedPublishedAndReproduced() {
        Edition waiting;
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            Edition concept = life.start(subject("tussenrapportage", "2023"), "");
            Edition written = life.write(concept.id(), 1, Map.of(TEXT, "Een jaar in cijfers."));
            waiting = life.submit(concept.id(), written.version());
        }
        UI.getCurrent().navigate("publicaties/" + waiting.id());
        click("vaststellen");
        assertThat(current()).isEqualTo("vastgesteld");
        click("publiceren");
        assertThat(current()).isEqualTo("gepubliceerd");
        assertThat(text("tabel-bestanden"))
                .contains("tussenrapportage-GM0935-2023-editie-1.pdf")
                .containsPattern("[0-9a-f]{64}");
        click("reproduceren");
        assertThat(text("reproductie")).startsWith("Gelijk.");
        assertThat(exists("indienen")).isFalse();
    }

    @Test
    void whoIsSecondKeepsTheOwnTextAndSeesTheOther() {
        Edition concept = open("tussenrapportage", "2023");
        field(TEXT).setValue("van mij");
        try (LoggedIn _ = LoggedIn.as("ander", "ROLE_ANALIST")) {
            life.write(concept.id(), 1, Map.of(TEXT, "van de ander", "tekst-vooruitblik", "ook van de ander"));
        }
        click("teksten-bewaren");
        assertThat(text("uitgave-melding")).startsWith("Iemand anders heeft deze publicatie intussen gewijzigd.");
        assertThat(field(TEXT).getValue()).isEqualTo("van mij");
        assertThat(text("andere-" + TEXT)).contains("van de ander");
        assertThat(field("tekst-vooruitblik").getValue()).isEqualTo("ook van de ander");
        click("teksten-bewaren");
        assertThat(life.find(concept.id()).orElseThrow().content().texts())
                .containsEntry(TEXT, "van mij")
                .containsEntry("tekst-vooruitblik", "ook van de ander");
    }

    @Test
    @WithMockUser(username = "raad", roles = "RAAD")
    void theCouncilSeesNoConceptsAndMakesNothing() {
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            life.start(subject("raadsinformatiebrief-bijlage", "2023"), "");
        }
        UI.getCurrent().navigate("publicaties");
        assertThat(text("publicaties-melding")).isEqualTo("Er zijn nog geen publicaties.");
        assertThat(exists("nieuw-beginnen")).isFalse();
    }

    @Test
    void withoutTheStoreThePageSaysSo() {
        store.become(StoreState.AWAY);
        UI.getCurrent().navigate("publicaties");
        assertThat(text("publicaties-melding")).startsWith("De publicaties zijn nu niet op te halen");
    }

    private Edition open(String report, String period) {
        Edition edition = life.start(subject(report, period), "");
        UI.getCurrent().navigate("publicaties/" + edition.id());
        return edition;
    }

    private static EditionSubject subject(String report, String period) {
        return new EditionSubject(
                new ReportId(report),
                new AreaCode("GM0935"),
                Period.parse(period).orElseThrow());
    }

    private String current() {
        return all(ListItem.class).stream()
                .filter(item -> item.getElement().hasAttribute("aria-current"))
                .map(ListItem::getText)
                .findFirst()
                .orElseThrow();
    }

    private TextArea field(String id) {
        return all(TextArea.class).stream()
                .filter(area -> area.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void click(String testId) {
        test((Button) byTestId(testId)).click();
    }

    private boolean exists(String testId) {
        return UI.getCurrent()
                .getChildren()
                .flatMap(PublicationsViewTest::withChildren)
                .anyMatch(component -> testId.equals(component.getElement().getAttribute("data-testid")));
    }

    private String text(String testId) {
        return byTestId(testId).getElement().getTextRecursively();
    }

    private static Component byTestId(String testId) {
        return UI.getCurrent()
                .getChildren()
                .flatMap(PublicationsViewTest::withChildren)
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> withChildren(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(PublicationsViewTest::withChildren));
    }

    private <T extends Component> List<T> all(Class<T> type) {
        return UI.getCurrent()
                .getChildren()
                .flatMap(PublicationsViewTest::withChildren)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
