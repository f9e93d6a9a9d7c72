package nl.mjpmonitor.dashboard.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.warehouse.areas.Areas;
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
            "nl.mjpmonitor.dashboard.areas",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.indicator",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class AreasViewTest extends SpringBrowserlessTest {

    private static final String CENTRE = "BU09350000";
    private static final String REMAINDER = "BU09359999";
    private static final String THEFTS = "fietsdiefstal";

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private Areas areas;

    @Autowired
    private LiveDriver live;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        PublishedFigures.fill(warehouse, areas, Instant.now());
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void everyBuurtHasATileAndARow() {
        open(Map.of("indicator", THEFTS, "jaar", "2023"));

        List<Component> tiles = startingWith("tegel-");
        assertThat(tiles).hasSize(44);
        assertThat(startingWith("cijfer-")).hasSize(44);
        assertThat(tiles)
                .filteredOn(tile -> "0".equals(tile.getElement().getAttribute("tabindex")))
                .hasSize(1);
    }

    @Test
    void tileAndRowSayTheSame() {
        open(Map.of("indicator", THEFTS, "jaar", "2023"));

        String rate = text("cijfer-" + CENTRE);
        assertThat(rate).matches("[\\d.,]+");
        assertThat(byTestId("tegel-" + CENTRE).getElement().getAttribute("aria-label"))
                .contains("Binnenstad, " + rate + " per 10.000, klasse ");
    }

    @Test
    void theNewestYearWithAFigureIsShownUnlessAnotherIsChosen() {
        open(Map.of("indicator", THEFTS));

        assertThat(pageText()).contains("per buurt in 2023");

        open(Map.of("indicator", THEFTS, "jaar", "2019"));

        assertThat(pageText()).contains("per buurt in 2019");
    }

    @Test
    void theRemainderStandsBelowTheMapAndIsNotForcedIntoABuurt() {
        open(Map.of("indicator", THEFTS, "jaar", "2023"));

        assertThat(text("niet-in-te-delen")).matches("Niet in te delen in een buurt: \\d+\\.");
    }

    @Test
    void choosingATileOpensThatAreaAndKeepsTheRest() {
        open(Map.of("indicator", THEFTS, "jaar", "2022"));

        test((NativeButton) byTestId("tegel-" + CENTRE)).click();

        assertThat(address()).contains("gebied=" + CENTRE).contains("jaar=2022").contains("indicator=" + THEFTS);
        assertThat(pageText()).contains("Binnenstad in het kort").contains("Binnenstad staat op plaats");
        assertThat(byTestId("tegel-" + CENTRE).getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(text("inwoners")).contains("1 jan 2024").contains("CBS 85984NED");
    }

    @Test
    void aSmallBuurtHasAWarningAndNoRate() {
        String small = areas.population().all().stream()
                .filter(count -> count.area().value().startsWith("BU0935") && count.isSmall() && count.count() > 0)
                .map(count -> count.area().value())
                .findFirst()
                .orElseThrow();

        open(Map.of("indicator", THEFTS, "gebied", small, "jaar", "2023"));

        assertThat(byTestId("weinig-inwoners").isVisible()).isTrue();
        assertThat(text("cijfer-" + small)).isEqualTo("n.v.t.");
        assertThat(text("plaats-" + small)).isEmpty();
        assertThat(byTestId("tegel-" + small).getElement().getAttribute("class"))
                .contains("class-none");
    }

    @Test
    void theTableIsSortedAsTheAddressSays() {
        open(Map.of("indicator", THEFTS, "jaar", "2023"));
        assertThat(text("plaats-" + code(startingWith("plaats-").getFirst()))).isEqualTo("1");

        test((NativeButton) byTestId("sorteer-naam")).click();

        assertThat(address()).contains("volgorde=naam");
        List<String> names = startingWith("plaats-").stream()
                .map(AreasViewTest::code)
                .map(code -> areas.all().stream()
                        .filter(area -> area.code().value().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .name())
                .toList();
        assertThat(names).isSorted();
    }

    @Test
    void aWijkStandsAmongWijken() {
        open(Map.of("indicator", THEFTS, "gebied", "WK093500", "jaar", "2023"));

        assertThat(startingWith("cijfer-")).hasSize(7);
        assertThat(startingWith("tegel-")).hasSize(44);
    }

    @Test
    @WithMockUser(authorities = {"ROLE_GEBIEDSTEAM", "AREA_WK093500"})
    void anAreaTeamSeesItsOwnAreasOnly() {
        open(Map.of("indicator", THEFTS, "jaar", "2023"));

        assertThat(text("aantal-" + CENTRE)).matches("\\d+");
        assertThat(text("aantal-BU09350300")).isEqualTo("n.v.t.");
    }

    @Test
    void withoutAnyFigureThePageSaysSo() {
        warehouse.clear();

        open(Map.of("indicator", THEFTS));

        assertThat(text("melding")).contains("Nog geen cijfers");
    }

    @Test
    void whatIsWrongInTheAddressIsSaid() {
        open(Map.of("indicator", "zoiets", "gebied", "BU00000000", "kaart", "grenzen"));

        assertThat(text("genegeerd")).contains("indicator").contains("gebied").contains("kaart");
    }

    @Test
    void newsAboutOneFigureLeavesTheOthersAsTheyStand() {
        open(Map.of("indicator", THEFTS, "jaar", "2023"));
        Component row = byTestId("cijfer-" + CENTRE);
        String before = text("niet-in-te-delen");

        warehouse.add(THEFTS, REMAINDER, YearMonth.of(2023, 1), 1);
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);

        assertThat(text("niet-in-te-delen")).isNotEqualTo(before);
        assertThat(byTestId("cijfer-" + CENTRE)).isSameAs(row);
    }

    private static void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("gebieden", QueryParameters.simple(new HashMap<>(parameters)));
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static String code(Component component) {
        String id = component.getElement().getAttribute("data-testid");
        return id.substring(id.indexOf('-') + 1);
    }

    private static String pageText() {
        return descendants(UI.getCurrent()).stream()
                .filter(AreasView.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getElement()
                .getTextRecursively();
    }

    private static String text(String testId) {
        return byTestId(testId).getElement().getTextRecursively();
    }

    private static List<Component> startingWith(String start) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> {
                    String id = component.getElement().getAttribute("data-testid");
                    return id != null && id.startsWith(start);
                })
                .toList();
    }

    private static Component byTestId(String testId) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing on the page has data-testid " + testId));
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
