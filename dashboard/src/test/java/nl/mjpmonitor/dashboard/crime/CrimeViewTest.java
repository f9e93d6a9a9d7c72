package nl.mjpmonitor.dashboard.crime;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;
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
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class CrimeViewTest extends SpringBrowserlessTest {

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
    void bothTablesShowEveryNumberOfTheSource() {
        navigate(CrimeView.class);
        PublishedFigures.COUNTS.forEach((indicator, years) -> {
            for (int i = 0; i < years.size(); i++) {
                int count = years.get(i);
                String expected = count == PublishedFigures.UNKNOWN
                        ? "onbekend"
                        : count >= 1000 ? count / 1000 + "." + "%03d".formatted(count % 1000) : "" + count;
                assertThat(figure(indicator + "-" + (PublishedFigures.FIRST_YEAR + i)))
                        .as("%s %d", indicator, PublishedFigures.FIRST_YEAR + i)
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void theColumnOfPercentagesIsThatOfTheSource() {
        navigate(CrimeView.class);
        List<Integer> shown = new ArrayList<>();
        PublishedFigures.COUNTS
                .keySet()
                .forEach(indicator -> shown.add(Integer.valueOf(
                        figure(indicator + "-procent").replace("\u2212", "-").replace("%", ""))));
        assertThat(shown).isEqualTo(PublishedFigures.PERCENTAGES);
    }

    @Test
    void smallNumbersShowFromWhatToWhat() {
        navigate(CrimeView.class);
        assertThat(figure("woninginbraak-verschil")).isEqualTo("+26");
        assertThat(figure("diefstal-uit-motorvoertuig-verschil")).isEqualTo("\u2212122");
        assertThat(figure("overval-woning-verschil")).isEqualTo("van 1 naar 4 (+3)");
        assertThat(figure("overval-bedrijf-verschil")).isEqualTo("van 3 naar 1 (\u22122)");
    }

    @Test
    void theUnknownFigureHasARemark() {
        navigate(CrimeView.class);
        Component cell = byTestId("overval-bedrijf-2021");
        assertThat(cell.getElement().getTextRecursively()).isEqualTo("onbekend2");
        assertThat(cell.getElement().getClassList()).contains("unknown");
        assertThat(text(getCurrentViewComponent())).contains("Overval in bedrijven: De bron drukt vier waarden af");
    }

    @Test
    void theTablesCanBeReadAloud() {
        navigate(CrimeView.class);
        for (String group : List.of("hic", "vvc")) {
            NativeTable table = (NativeTable) byTestId("tabel-" + group);
            assertThat(table.getCaptionText())
                    .isEqualTo("Maastricht: in 2023 bij "
                            + (group.equals("hic") ? "3 van de 4" : "2 van de 5")
                            + " categorieën meer geregistreerde misdrijven dan in 2022.");
            assertThat(table.getElement().getOuterHTML())
                    .contains("scope=\"col\"")
                    .contains("scope=\"row\"");
        }
        assertThat(find(H1.class).single().getText()).isEqualTo("Criminaliteit");
    }

    @Test
    void everyRowHasItsTrendInAChartAndInWords() {
        navigate(CrimeView.class);
        assertThat(find(Chart.class).all())
                .hasSizeGreaterThan(9)
                .allSatisfy(chart -> assertThat(saying(chart)).isNotBlank());
        PublishedFigures.COUNTS
                .keySet()
                .forEach(indicator ->
                        assertThat(text(byTestId("trend-" + indicator))).isNotBlank());
        assertThat(text(byTestId("trend-woninginbraak"))).contains("193 in 2023, 26 meer dan in 2022.");
        assertThat(find(Chart.class).all().stream().map(CrimeViewTest::saying))
                .anyMatch(saying -> saying.endsWith("Het meest in 2019: 6. Het minst in 2023: 1."));
    }

    @Test
    void theAreaStandsInTheAddress() {
        open(Map.of("gebied", "WK093500", "indicator", "zakkenrollerij"));
        assertThat(area().getValue().code().value()).isEqualTo("WK093500");
        assertThat(((NativeTable) byTestId("tabel-vvc")).getCaptionText()).startsWith("Wijk 00 Centrum: in 2023 bij ");
        assertThat(byTestId("grafiek-maand")).isInstanceOf(Chart.class);
        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo("Criminaliteit in Wijk 00 Centrum · MJP-monitor");
    }

    @Test
    void choosingAnAreaChangesTheAddressAndTheFigures() {
        navigate(CrimeView.class);
        String inMaastricht = figure("zakkenrollerij-2023");
        Area wyck = areas.all().stream()
                .filter(area -> area.name().equals("Wyck"))
                .findFirst()
                .orElseThrow();
        test(area()).selectItem("Wyck (buurt, Wijk 00 Centrum)");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("criminaliteit?gebied=" + wyck.code());
        assertThat(figure("zakkenrollerij-2023")).isNotEqualTo(inMaastricht);
        assertThat(news()).isEmpty();
    }

    @Test
    void aSmallBaseOutsideThePublishedTableHasNoPercentage() {
        open(Map.of("gebied", "BU09350503"));
        assertThat(figure("overval-woning-procent")).isEqualTo("n.v.t.");
    }

    @Test
    void anUnknownAreaIsSaid() {
        open(Map.of("gebied", "GM9999"));
        assertThat(text(getCurrentViewComponent())).contains("Het gebied in het adres bestaat niet");
        assertThat(figure("woninginbraak-2023")).isEqualTo("193");
    }

    @Test
    void anIndicatorShowsItsMonthsYearsAndDefinition() {
        open(Map.of("indicator", "woninginbraak"));
        assertThat(saying((Chart) byTestId("grafiek-maand")))
                .startsWith("Diefstal/inbraak woning per maand in Maastricht. Het meest in ");
        assertThat(byTestId("toon-tabel")).isInstanceOf(Details.class);
        String panel = text(byTestId("toon-definitie"));
        assertThat(panel).contains("Uitvoeringsplan Veiligheid 2024").contains("Peildatum");
        assertThat(figure("detail-woninginbraak-jaar-2023")).isEqualTo("193");
        int months = 0;
        for (int month = 1; month <= 12; month++) {
            months += Integer.parseInt(figure("detail-woninginbraak-2023-%02d".formatted(month)));
        }
        assertThat(months).isEqualTo(193);
    }

    @Test
    void theNewestYearsStandBeforeThePublishedTables() {
        YearMonth lastMonth = YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);
        warehouse.cover(YearMonth.of(2024, 1), lastMonth);
        warehouse.add("straatroof", "BU09350006", lastMonth.withMonth(1), 30);
        warehouse.add("straatroof", "BU09350006", lastMonth.minusYears(1).withMonth(1), 12);
        navigate(CrimeView.class);

        assertThat(figure("hic-nu-straatroof-" + Period.yearToDate(lastMonth).label()))
                .isEqualTo("30");
        assertThat(text(byTestId("hic-nu-straatroof-oordeel"))).contains("ongewoon hoog");
        assertThat(text(byTestId("trend-straatroof"))).contains("12 in " + (lastMonth.getYear() - 1));
        assertThat(figure("straatroof-2023")).isEqualTo("26");
    }

    @Test
    void theRateIsOfTheInhabitantsThatAreKnownAndSaysOfWhichDay() {
        YearMonth lastMonth = YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);
        warehouse.cover(YearMonth.of(2024, 1), lastMonth);
        warehouse.add("straatroof", "BU09350006", lastMonth.minusYears(1).withMonth(1), 13);
        navigate(CrimeView.class);

        // 13 of 125,305
        assertThat(figure("hic-nu-straatroof-per-10000")).isEqualTo("1,0");
        assertThat(text(byTestId("hic-nu-inwoners")))
                .isEqualTo("Per 10.000: met 125.305 inwoners op 1 jan 2024 (bron: CBS 85984NED).");
    }

    @Test
    void aChangeInTheWarehouseReachesTheOpenPage() {
        navigate(CrimeView.class);
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 5), 2);
        assertThat(figure("zakkenrollerij-2023")).isEqualTo("341");
        look();
        assertThat(figure("zakkenrollerij-2023")).isEqualTo("343");
        assertThat(figure("zakkenrollerij-verschil")).isEqualTo("+31");
        assertThat(news()).contains("Zakkenrollerij 2023: 343 (was 341)");
    }

    @Test
    void nothingIsSaidWhenNothingChanged() {
        navigate(CrimeView.class);
        look();
        look();
        assertThat(news()).isEmpty();
    }

    @Test
    void pagesOnTheSameAreaShareOneQuestion() {
        navigate(CrimeView.class);
        look();
        long before = warehouse.questions();
        look();
        assertThat(warehouse.questions()).isEqualTo(before);
    }

    @Test
    void withoutTheWarehouseTheLastFiguresStayAndReturnByThemselves() {
        navigate(CrimeView.class);
        warehouse.goAway();
        look();
        assertThat(notice()).contains("Niet bijgewerkt").contains("werkt deze pagina zich vanzelf bij");
        assertThat(figure("woninginbraak-2023")).isEqualTo("193");
        assertThat(text(byTestId("stand-badge"))).isEqualTo("niet bijgewerkt");
        warehouse.comeBack();
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 1), 1);
        look();
        assertThat(byTestId("melding").isVisible()).isFalse();
        assertThat(figure("woninginbraak-2023")).isEqualTo("194");
        assertThat(byTestId("stand-badge").isVisible()).isFalse();
    }

    @Test
    void aPageThatOpensWithoutTheWarehouseSaysSoAndFillsItself() {
        warehouse.goAway();
        navigate(CrimeView.class);
        assertThat(notice()).contains("Geen verbinding");
        assertThat(byTestId("tabel-hic").isAttached()).isTrue();
        assertThat(find(NativeTable.class).exists()).isFalse();
        warehouse.comeBack();
        look();
        assertThat(byTestId("melding").isVisible()).isFalse();
        assertThat(figure("woninginbraak-2023")).isEqualTo("193");
        assertThat(news()).isEmpty();
    }

    @Test
    void anEmptyWarehouseIsSaidAndShowsNoZeroes() {
        warehouse.clear();
        navigate(CrimeView.class);
        assertThat(notice()).contains("Nog geen cijfers");
        assertThat(figure("woninginbraak-2023")).isEqualTo("onbekend");
        assertThat(find(Chart.class).exists()).isFalse();
    }

    @Test
    void theLayoutSaysUpToWhenTheFiguresHold() {
        warehouse.heardFrom("politiecijfers", Instant.parse("2024-02-06T08:14:00Z"));
        navigate(CrimeView.class);
        look();
        assertThat(text(byTestId("stand-per"))).isEqualTo("Stand per 6 feb 2024 09:14");
        assertThat(text(byTestId("stand-badge"))).isEqualTo("loopt achter");
    }

    private static void open(Map<String, String> parameters) {
        UI.getCurrent().navigate(CrimeView.class, QueryParameters.simple(parameters));
    }

    private static String saying(Chart chart) {
        return chart.getConfiguration().getTitle().getText();
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private Component getCurrentViewComponent() {
        return getCurrentView().getElement().getComponent().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Area> area() {
        return find(ComboBox.class).single();
    }

    private String figure(String testId) {
        return byTestId(testId).getElement().getText();
    }

    private String news() {
        return text(byTestId("nieuws"));
    }

    private String notice() {
        return text(byTestId("melding"));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** Also finds what is not visible. */
    private Component byTestId(String testId) {
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
