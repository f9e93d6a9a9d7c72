package nl.mjpmonitor.dashboard.shell;

import static nl.mjpmonitor.dashboard.Pages.byTestId;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryChoiceStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
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
            "nl.mjpmonitor.dashboard.administration",
            "nl.mjpmonitor.dashboard.areas",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.goals",
            "nl.mjpmonitor.dashboard.overview",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.signals",
            "nl.mjpmonitor.dashboard.themes"
        })
class MainLayoutTest extends SpringBrowserlessTest {

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryChoiceStore choices;

    @BeforeEach
    void empty() {
        leave();
        warehouse.clear();
        choices.clear();
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void viewsStandInTheirOrderWithTheThemesBetweenThem() {
        open("overzicht");

        assertThat(navigation())
                .startsWith("Overzicht", "Maandbeeld", "Ondermijnende criminaliteit")
                .endsWith("Veiligheidsbeleving", "Gebieden", "Doelen", "Signalen");
    }

    @Test
    @WithMockUser(roles = "BEHEERDER")
    void theAdministratorHasTheAdministrationLast() {
        open("overzicht");

        assertThat(navigation()).endsWith("Signalen", "Beheer");
    }

    @Test
    void theSearchFindsByAnotherNameAndOpensTheFigure() {
        open("overzicht");
        search("autokraak");

        assertThat(finds()).singleElement().asString().startsWith("Diefstal uit/vanaf motorvoertuigen");
        assertThat(Pages.text(byTestId("zoek-uitkomst"))).isEqualTo("Gevonden: 1.");
    }

    @Test
    void theSearchFollowsTheComboboxPattern() {
        open("overzicht");
        Input field = search("wyck");

        assertThat(field.getElement().getAttribute("role")).isEqualTo("combobox");
        assertThat(field.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(field.getElement().getAttribute("aria-activedescendant")).isEqualTo("zoek-0");
        assertThat(all("zoek-vondst"))
                .hasSizeGreaterThan(1)
                .allSatisfy(option ->
                        assertThat(option.getElement().getAttribute("role")).isEqualTo("option"))
                .extracting(option -> option.getElement().getAttribute("aria-selected"))
                .startsWith("true")
                .endsWith("false");
    }

    @Test
    void theSearchSaysThatNothingWasFound() {
        open("overzicht");
        search("xyzzy");

        assertThat(finds()).isEmpty();
        assertThat(Pages.text(byTestId("zoek-uitkomst")))
                .isEqualTo("Niets gevonden voor “xyzzy”. Probeer een ander woord.");
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theSearchDoesNotTellOfFiguresThatTheRoleDoesNotOpen() {
        open("overzicht");
        search("mot-casussen");
        assertThat(finds()).isEmpty();
        search("woninginbraak");

        assertThat(finds()).isNotEmpty();
    }

    @Test
    void everyViewHasHelpOfItsOwn() {
        open("doelen");
        click("hulpknop");

        Dialog dialog = dialog();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Zo leest u deze pagina");
        assertThat(Pages.text(dialog))
                .contains("Kies een document en een thema.")
                .contains("Ctrl K");
    }

    @Test
    void anAreaThatIsInAnyAddressIsRemembered() {
        UI.getCurrent().navigate("criminaliteit", QueryParameters.of("gebied", "WK093500"));

        assertThat(choices.find("user", "gebied")).contains("WK093500");
    }

    @Test
    void theStatementSaysWhatWasNotTested() {
        open("toegankelijkheid");

        assertThat(texts(H1.class)).containsExactly("Toegankelijkheidsverklaring");
        assertThat(texts(H2.class))
                .containsExactly(
                        "Status",
                        "Wat is getest, en hoe",
                        "Wat is nog niet getest of nog niet goed",
                        "Wat eraan wordt gedaan",
                        "Loopt u ergens tegenaan?");
        assertThat(Pages.components().stream().map(Pages::text))
                .anyMatch(text -> text.contains("NVDA, JAWS en VoiceOver zijn niet met de hand getest."));
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
    }

    private static List<String> navigation() {
        return Pages.components().stream()
                .filter(SideNavItem.class::isInstance)
                .map(item -> ((SideNavItem) item).getLabel())
                .toList();
    }

    private Input search(String typed) {
        Pages.components().stream().filter(Dialog.class::isInstance).forEach(open -> ((Dialog) open).close());
        click("zoekknop");
        Input field = Pages.components().stream()
                .filter(Input.class::isInstance)
                .map(Input.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
        field.setValue(typed);
        return field;
    }

    private void click(String id) {
        Pages.components().stream()
                .filter(component -> component.getId().filter(id::equals).isPresent())
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
        // a dialog is on the page from the next answer on
        roundTrip();
    }

    private static Dialog dialog() {
        return Pages.components().stream()
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .filter(Dialog::isOpened)
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> all(String testId) {
        return Pages.components().stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .toList();
    }

    private static List<String> finds() {
        return all("zoek-vondst").stream().map(Pages::text).toList();
    }

    private static List<String> texts(Class<? extends Component> type) {
        return Pages.components().stream()
                .filter(type::isInstance)
                .map(Pages::text)
                .toList();
    }
}
