package nl.mjpmonitor.dashboard.overview;

import static nl.mjpmonitor.dashboard.Pages.byTestId;
import static nl.mjpmonitor.dashboard.Pages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryChoiceStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.figures.KpiTile;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.periods.Period;
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
            "nl.mjpmonitor.dashboard.goals",
            "nl.mjpmonitor.dashboard.overview",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class OverviewViewTest extends SpringBrowserlessTest {

    private static final String ACCOUNT = "user";
    private static final String BURGLARY = "woninginbraak";

    private final YearMonth lastMonth =
            YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemoryChoiceStore choices;

    @Autowired
    private LiveDriver live;

    @BeforeEach
    void fill() {
        leave();
        store.become(StoreState.READY);
        choices.clear();
        signals.clear();
        warehouse.clear();
        warehouse.cover(YearMonth.of(2019, 1), lastMonth);
        for (YearMonth month = YearMonth.of(2019, 1); !month.isAfter(lastMonth); month = month.plusMonths(1)) {
            warehouse.add(BURGLARY, "BU09350000", month, 10);
        }
        warehouse.add(BURGLARY, "BU09350000", lastMonth, 30);
        warehouse.heardFrom("politiecijfers", Instant.now());
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void aTileTellsHowManyComparedWithWhatAndWhetherThatIsUsual() {
        open("overzicht");

        String tile = text(tile(BURGLARY));
        assertThat(tile)
                .contains("40")
                .contains(Period.month(lastMonth.getYear(), lastMonth.getMonthValue())
                        .label(Locale.forLanguageTag("nl")))
                .contains("30 meer dan gemiddeld in ")
                .contains("ongewoon hoog")
                .contains("Bron: politie");
    }

    @Test
    void aTileLeadsToEverythingAboutItsFigure() {
        open("overzicht");

        assertThat(tile(BURGLARY).getElement().getOuterHTML())
                .contains("href=\"indicator/woninginbraak?gebied=GM0935\"");
    }

    @Test
    void theTableTellsWhatIsUnusualInATheme() {
        open("overzicht");

        assertThat(text(byTestId("ongewoon-criminaliteit")))
                .contains("Diefstal/inbraak woning")
                .contains("ongewoon hoog");
        assertThat(text(byTestId("ongewoon-bestuurlijk"))).isEqualTo("niets ongewoons");
    }

    @Test
    void thePageIsOneQuestion() {
        long before = warehouse.questions();
        open("overzicht");

        assertThat(warehouse.questions() - before).isOne();
    }

    @Test
    void theFirstVisitHasNothingToCompareWith() {
        open("overzicht");

        assertThat(news()).contains("Dit is uw eerste bezoek.");
    }

    @Test
    void whatWasRestatedSinceTheLastVisitIsListed() {
        Instant earlier = Instant.now().minus(Duration.ofDays(2));
        choices.visit(ACCOUNT, earlier);
        warehouse.correct(BURGLARY, "BU09350000", lastMonth.minusMonths(1), 4, earlier.plusSeconds(3600));
        long before = warehouse.questions();
        open("overzicht");

        assertThat(news())
                .contains("Uw vorige bezoek was op")
                .contains("Diefstal/inbraak woning")
                .contains("van 10 naar 14");
        assertThat(warehouse.questions() - before).isOne();
    }

    @Test
    void whenNothingChangedItSaysSo() {
        choices.visit(ACCOUNT, Instant.now().minus(Duration.ofDays(2)));
        open("overzicht");

        assertThat(news()).contains("Er is niets veranderd in deze cijfers sinds");
    }

    @Test
    void withoutTheStoreThePageStillShowsItsFigures() {
        store.become(StoreState.AWAY);
        open("overzicht");

        assertThat(news()).contains("is nu niet te zeggen");
        assertThat(text(tile(BURGLARY))).contains("40");
    }

    @Test
    void theAreaChosenLastIsShownAgain() {
        open("overzicht", Map.of("gebied", "WK093500"));
        String chosen = title();
        open("overzicht");

        assertThat(title()).isEqualTo(chosen).isNotEqualTo("Overzicht Maastricht");
    }

    @Test
    void theMonthStandsInTheAddress() {
        open("overzicht", Map.of("maand", lastMonth.minusMonths(2).toString()));

        assertThat(Pages.text(byTestId(BURGLARY + "-waarde"))).isEqualTo("10");
    }

    @Test
    void anUnknownAreaOrMonthIsSaid() {
        open("overzicht", Map.of("gebied", "BU00000000", "maand", "2400-01"));

        assertThat(Pages.components().stream()
                        .filter(component ->
                                component.getElement().getClassList().contains("unknown-choice"))
                        .filter(Component::isVisible)
                        .map(Pages::text))
                .singleElement()
                .asString()
                .startsWith("Het gebied of de maand in het adres bestaat niet.");
        assertThat(title()).isEqualTo("Overzicht Maastricht");
    }

    @Test
    void aMonthThatIsNotThereYetLeavesTheNewestFigure() {
        warehouse.clear();
        warehouse.cover(YearMonth.of(2019, 1), lastMonth.minusMonths(1));
        open("overzicht");

        assertThat(text(tile(BURGLARY))).contains("nieuwste cijfer: ");
    }

    @Test
    void anEmptyWarehouseShowsNoZeros() {
        warehouse.clear();
        open("overzicht");

        assertThat(text(byTestId(BURGLARY + "-waarde"))).isEqualTo("onbekend");
        assertThat(text(byTestId("ongewoon-criminaliteit"))).isEqualTo("nog niet te zeggen");
    }

    @Test
    void figuresFollowTheWarehouseAndStayWhenItIsAway() {
        open("overzicht");
        warehouse.add(BURGLARY, "BU09350000", lastMonth, 1);
        look();
        assertThat(text(byTestId(BURGLARY + "-waarde"))).isEqualTo("41");
        warehouse.goAway();
        look();

        assertThat(text(byTestId(BURGLARY + "-waarde"))).isEqualTo("41");
        assertThat(text(byTestId("melding"))).contains("Niet bijgewerkt");
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilSeesOnlyWhatIsPublic() {
        open("overzicht");

        assertThat(Pages.has("lwo-casussen-waarde")).isFalse();
        assertThat(Pages.has("drugshandel-waarde")).isTrue();
    }

    @Test
    void openSignalsAreCountedWithTheirTheme() {
        signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, "woninginbraak", "GM0935", Instant.now());
        open("overzicht");

        assertThat(text(byTestId("tabel-overzicht"))).contains("1 open signaal", "geen open signalen");
    }

    @Test
    void signalsThatCannotBeReadAreUnknown() {
        signals.goAway();
        open("overzicht");

        assertThat(text(byTestId("tabel-overzicht"))).contains("signalen nu niet op te halen");
    }

    @Test
    void theHomeAddressLeadsHereAndAnOldOneToTheTables() {
        open("");
        assertThat(title()).isEqualTo("Overzicht Maastricht");
        open("", Map.of("gebied", "GM0935", "indicator", BURGLARY));

        assertThat(title()).isEqualTo("Criminaliteit");
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private static String title() {
        return Pages.components().stream()
                .filter(H1.class::isInstance)
                .map(Pages::text)
                .findFirst()
                .orElseThrow();
    }

    private static String news() {
        return text(byTestId("sinds-vorig-bezoek"));
    }

    private static KpiTile tile(String indicator) {
        Component component = byTestId(indicator + "-waarde");
        while (!(component instanceof KpiTile)) {
            component = component.getParent().orElseThrow();
        }
        return (KpiTile) component;
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
    }

    private static void open(String address, Map<String, String> parameters) {
        UI.getCurrent().navigate(address, QueryParameters.simple(parameters));
    }
}
