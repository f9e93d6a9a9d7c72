package nl.mjpmonitor.dashboard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.dashboard.exports.ExportFile;
import nl.mjpmonitor.dashboard.exports.ExportForm;
import nl.mjpmonitor.dashboard.figures.IndicatorChart;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
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
            "nl.mjpmonitor.dashboard.areas",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.indicator",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class IndicatorViewTest extends SpringBrowserlessTest {

    private static final String BURGLARIES = "woninginbraak";

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemoryDuidingStore duidingen;

    @Autowired
    private Areas areas;

    @Autowired
    private IndicatorCatalogue catalogue;

    @Autowired
    private LiveDriver live;

    @Autowired
    private SeriesExport export;

    @Autowired
    private IndicatorSubject subject;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        duidingen.clear();
        PublishedFigures.fill(warehouse, areas, Instant.now());
        warehouse.add("inwoners", "BU09350006", YearMonth.of(2023, 1), 125_000);
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void thePublishedYearStandsInTheTable() {
        open(BURGLARIES, Map.of("korrel", "jaar"));

        assertThat(text(H1.class)).contains("Diefstal/inbraak woning");
        assertThat(figure(BURGLARIES + "-2019")).isEqualTo("357");
        assertThat(figure(BURGLARIES + "-2023")).isEqualTo("193");
        assertThat(figure("bevinding")).isEqualTo("2023: 193.");
    }

    @Test
    void theChartShowsWhatTheTableSaysWithItsLimits() {
        open(BURGLARIES, Map.of("korrel", "maand"));

        Chart chart = (Chart) byTestId("grafiek-reeks");
        List<DataSeries> series = chart.getConfiguration().getSeries().stream()
                .map(DataSeries.class::cast)
                .toList();
        assertThat(series).hasSize(3);
        assertThat(series.getLast().getData()).hasSize(60);
        long drawn = series.getLast().getData().getLast().getY().longValue();
        assertThat(figure(BURGLARIES + "-2023-12")).isEqualTo(Long.toString(drawn));
        assertThat(chart.getConfiguration().getTitle().getText()).contains("december 2023");
        assertThat(chart.getConfiguration().getxAxis().getPlotBands()).hasSize(1);
    }

    @Test
    void aChartThatWasSentKeepsNoPointsAndIsStillTakenAlongAndSentAnew() {
        open(BURGLARIES, Map.of("korrel", "jaar"));
        IndicatorChart chart = (IndicatorChart) byTestId("grafiek-reeks");
        assertThat(chart.getConfiguration().getSeries()).isNotEmpty();
        roundTrip();
        assertThat(chart.getConfiguration().getSeries()).isEmpty();
        assertThat(chart.picture().orElseThrow().courses().getFirst().points()).isNotEmpty();
        Div picture = (Div) chart.getParent().orElseThrow();
        picture.remove(chart);
        picture.addComponentAsFirst(chart);

        assertThat(chart.getConfiguration().getSeries()).isNotEmpty();
    }

    @Test
    void aChoiceOfYearsLeavesTheScaleAsItIs() {
        open(BURGLARIES, Map.of("korrel", "jaar"));
        Number highest = ((Chart) byTestId("grafiek-reeks"))
                .getConfiguration()
                .getyAxis()
                .getMax();

        open(BURGLARIES, Map.of("korrel", "jaar", "van", "2021", "tot", "2022"));

        assertThat(((Chart) byTestId("grafiek-reeks"))
                        .getConfiguration()
                        .getyAxis()
                        .getMax())
                .isEqualTo(highest);
        assertThat(exists(BURGLARIES + "-2021")).isTrue();
        assertThat(exists(BURGLARIES + "-2019")).isFalse();
        assertThat(exists(BURGLARIES + "-2023")).isFalse();
    }

    @Test
    void aChoiceStandsInTheAddress() {
        open(BURGLARIES, Map.of());

        @SuppressWarnings("unchecked")
        Select<SeriesGrain> grain = (Select<SeriesGrain>) byId("korrel");
        test(grain).selectItem("per jaar");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("indicator/woninginbraak?")
                .contains("gebied=GM0935")
                .contains("korrel=jaar");
        assertThat(figure(BURGLARIES + "-2023")).isEqualTo("193");
    }

    @Test
    void aRoundTripThroughTheAddressKeepsTheWholeChoice() {
        IndicatorChoice choice = new IndicatorChoice(
                catalogue.require(new IndicatorId(BURGLARIES)),
                areas.find(new AreaCode("BU09350006")).orElseThrow(),
                SeriesGrain.KWARTAAL,
                Optional.of(YearMonth.of(2020, 1)),
                Optional.of(YearMonth.of(2022, 12)),
                Optional.of(LocalDate.of(2024, 2, 6)),
                Set.of(TimelineKind.CARNAVAL, TimelineKind.DONKER));

        UI.getCurrent().navigate(IndicatorView.class, choice.route(), choice.parameters());
        Pages.unfold();

        assertThat(subject.read(choice.indicator(), choice.parameters())).hasValueSatisfying(read -> {
            assertThat(read.choice()).isEqualTo(choice);
            assertThat(read.ignored()).isEmpty();
        });
        assertThat(byTestId("genegeerd").isVisible()).isFalse();
        assertThat(exists(BURGLARIES + "-2020-K1")).isTrue();
        assertThat(exists(BURGLARIES + "-2023-K1")).isFalse();
    }

    @Test
    void whatIsWrongInTheAddressIsSaid() {
        open(BURGLARIES, Map.of("gebied", "GM9999", "korrel", "week", "peildatum", "2999-01-01"));

        assertThat(byTestId("genegeerd").isVisible()).isTrue();
        assertThat(figure("genegeerd")).contains("gebied").contains("korrel").contains("peildatum");
        assertThat(exists(BURGLARIES + "-2023-12")).isTrue();
    }

    @Test
    void comparisonsSayHowMuchAndWhetherThatIsUnusual() {
        open(BURGLARIES, Map.of("korrel", "jaar"));

        assertThat(figure("comparison.previous-2023")).isEqualTo("+26 (16%)");
        assertThat(figure("comparison.base-2023")).isEqualTo("−164 (−46%)");
        assertThat(tables())
                .anySatisfy(table -> assertThat(table.getCaptionText()).isEqualTo("2023: 193"));
    }

    @Test
    void aMonthIsComparedWithItsYearToDateAndItsTwelveMonthsToo() {
        open(BURGLARIES, Map.of("korrel", "maand"));

        assertThat(exists("comparison.previous-2023-12")).isTrue();
        assertThat(exists("comparison.last-year-2023-12")).isTrue();
        assertThat(exists("comparison.previous-2023-TM12")).isTrue();
        assertThat(exists("comparison.last-year-2023-TM12")).isFalse();
        assertThat(figure("comparison.previous-2023-12-R12")).isEqualTo("+26 (16%)");
    }

    @Test
    void ratesStandBesideLargerAreasAndSayWhereTheFigureDoesNotExist() {
        open(BURGLARIES, Map.of("korrel", "jaar", "gebied", "BU09350006"));

        assertThat(figure("per-10000-GM0935")).isEqualTo("15,4");
        assertThat(figure("per-10000-ZL")).isEqualTo("n.v.t.");
        assertThat(figure("per-10000-NL01")).isEqualTo("n.v.t.");
    }

    @Test
    void anEarlierReferenceDateShowsWhatWasKnownThenBesideNow() {
        Instant later = Instant.parse("2024-03-01T12:00:00Z");
        warehouse.correct(BURGLARIES, "BU09350006", YearMonth.of(2023, 5), 3, later);

        open(BURGLARIES, Map.of("korrel", "jaar", "peildatum", "2024-02-06"));

        assertThat(figure("stand-van-toen")).contains("6 feb 2024");
        assertThat(figure(BURGLARIES + "-2023")).isEqualTo("193");
        assertThat(figure("toen-2023")).isEqualTo("193");
        assertThat(figure("nu-2023")).isEqualTo("196");
        assertThat(exists("nu-2022")).isFalse();

        test((Button) byTestId("zoek-momenten")).click();

        assertThat(tables())
                .anySatisfy(table ->
                        assertThat(table.getElement().getTextRecursively()).contains("1 mrt 2024 13:00"));
    }

    @Test
    void withoutARevisionItIsSaidThatThereIsNone() {
        open(BURGLARIES, Map.of("korrel", "jaar", "peildatum", "2024-02-06"));

        assertThat(figure("bijstellingen")).startsWith("Sinds 6 feb 2024 is geen enkel cijfer veranderd");
    }

    @Test
    void interventionsHaveANumberInTheChartAndALineInTheList() {
        warehouse.add("onderschat-actiedagen", "BU09350006", YearMonth.of(2023, 4), 3);
        warehouse.add("onderschat-actiedagen", "BU09350006", YearMonth.of(2023, 5), 2);

        open(BURGLARIES, Map.of("korrel", "maand"));

        assertThat(byTestId("tijdlijn").getElement().getTextRecursively()).contains("5 actiedagen");
        Chart chart = (Chart) byTestId("grafiek-reeks");
        assertThat(Arrays.stream(chart.getConfiguration().getxAxis().getPlotLines())
                        .map(line -> line.getLabel().getText()))
                .containsExactly("1");
        open(BURGLARIES, Map.of("korrel", "maand", "tijdlijn", "geen"));
        assertThat(exists("tijdlijn")).isFalse();
    }

    @Test
    void duidingStandsAtItsPointInTheChart() {
        duidingen.add(
                new DuidingSubject(new IndicatorId(BURGLARIES), new AreaCode("GM0935"), "2023"),
                new DuidingVersion(
                        1, "Een dader.", DuidingState.VASTGESTELD, "driehoek", Role.DRIEHOEK, Instant.now()));

        open(BURGLARIES, Map.of("korrel", "jaar"));

        assertThat(byTestId("annotaties").getElement().getTextRecursively())
                .contains("A")
                .contains("Een dader.");
        Chart chart = (Chart) byTestId("grafiek-reeks");
        DataSeries series = (DataSeries) chart.getConfiguration().getSeries().getLast();
        assertThat(series.getData().getLast().getDataLabels().getFormat()).isEqualTo("A");
    }

    @Test
    void duidingOfAYearThatIsNotShownIsNotThereEither() {
        duidingen.add(
                new DuidingSubject(new IndicatorId(BURGLARIES), new AreaCode("GM0935"), "2023"),
                new DuidingVersion(
                        1, "Een dader.", DuidingState.VASTGESTELD, "driehoek", Role.DRIEHOEK, Instant.now()));

        open(BURGLARIES, Map.of("korrel", "jaar"));
        assertThat(byTestId("duiding").getElement().getTextRecursively()).contains("Een dader.");

        open(BURGLARIES, Map.of("korrel", "jaar", "van", "2019", "tot", "2022"));
        assertThat(byTestId("duiding").getElement().getTextRecursively()).doesNotContain("Een dader.");
    }

    @Test
    void theWayFromTheSourceIsThere() {
        open(BURGLARIES, Map.of());

        assertThat(byTestId("herkomst-" + BURGLARIES).getElement().getTextRecursively())
                .contains("politie.registration")
                .contains("politiecijfers.politie.registration")
                .contains("raw.change_event")
                .contains("mart.monthly_count")
                .contains("catalogue/criminaliteit/woninginbraak.yaml");
    }

    @Test
    void theExportHasTheChosenPeriodsAndLeavesATrace() {
        open(BURGLARIES, Map.of("korrel", "jaar"));
        IndicatorChoice choice = new IndicatorChoice(
                catalogue.require(new IndicatorId(BURGLARIES)),
                areas.municipality(),
                SeriesGrain.JAAR,
                Optional.of(YearMonth.of(2022, 1)),
                Optional.of(YearMonth.of(2023, 12)),
                Optional.empty(),
                Set.of());

        ExportFile file =
                export.file(choice, ExportForm.CSV, Texts.DUTCH).await().orElseThrow();
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("woninginbraak,GM0935,Maastricht,2023,2023-01,2023-12,193,aantal,"));
        for (ExportForm form : ExportForm.values()) {
            assertThat(byTestId("export-" + form.word()).getElement().getAttribute("href"))
                    .isNotBlank();
        }
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilFindsNothingThatIsNotPublic() {
        open("mot-casussen", Map.of());

        assertThat(all(IndicatorView.class)).isEmpty();
        IndicatorChoice choice = new IndicatorChoice(
                catalogue.require(new IndicatorId("mot-casussen")),
                areas.municipality(),
                SeriesGrain.JAAR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        assertThatThrownBy(
                        () -> export.file(choice, ExportForm.XLSX, Texts.DUTCH).await())
                .isInstanceOf(OutOfScopeException.class);
    }

    @Test
    void figuresStayWhenTheWarehouseGoesAwayAndFollowWhenItChanges() {
        open(BURGLARIES, Map.of("korrel", "jaar"));
        warehouse.add(BURGLARIES, "BU09350006", YearMonth.of(2023, 5), 1);
        look();
        assertThat(figure(BURGLARIES + "-2023")).isEqualTo("194");

        warehouse.goAway();
        look();

        assertThat(byTestId("melding").isVisible()).isTrue();
        assertThat(figure(BURGLARIES + "-2023")).isEqualTo("194");
    }

    @Test
    void withoutAnyFigureThePageSaysSo() {
        warehouse.clear();

        open(BURGLARIES, Map.of());

        assertThat(figure("bevinding")).contains("nog geen cijfer");
        assertThat(byTestId("herkomst-" + BURGLARIES).isVisible()).isTrue();
    }

    @Test
    void anUnknownIndicatorIsNotFound() {
        open("zoiets", Map.of());

        assertThat(all(IndicatorView.class)).isEmpty();
    }

    @Test
    void everyKindOfIndicatorHasAPage() {
        Map<String, Indicator> kinds = new TreeMap<>();
        catalogue
                .indicators()
                .forEach(indicator -> kinds.putIfAbsent(
                        indicator.measure().getClass().getSimpleName() + indicator.unit() + indicator.grains(),
                        indicator));

        assertThat(kinds).hasSizeGreaterThan(10);
        kinds.values().forEach(indicator -> {
            open(indicator.id().value(), Map.of());
            assertThat(text(H1.class)).isEqualTo(indicator.name().nl());
        });
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    @Test
    void openSignalsAboutTheFigureStandBelowIt() {
        signals.clear();
        Signal signal = signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, BURGLARIES, "BU09350006", Instant.now());
        signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, "zakkenrollerij", "GM0935", Instant.now());
        open(BURGLARIES, Map.of());
        assertThat(Pages.text(byTestId("open-signalen")))
                .contains("1 open signaal")
                .contains("Zin over woninginbraak");

        open(BURGLARIES, Map.of("gebied", "BU09350000"));
        assertThat(byTestId("open-signalen").isVisible())
                .as("a signal about another area")
                .isFalse();
        signals.end(signal.id(), Instant.now());
    }

    private static void open(String indicator, Map<String, String> parameters) {
        UI.getCurrent().navigate("indicator/" + indicator, QueryParameters.simple(parameters));
        Pages.unfold();
    }

    private String figure(String testId) {
        Component component = byTestId(testId);
        return component.getElement().getTextRecursively();
    }

    private static String text(Class<? extends Component> type) {
        return all(type).getFirst().getElement().getTextRecursively();
    }

    private static List<NativeTable> tables() {
        return all(NativeTable.class);
    }

    private static <T> List<T> all(Class<T> type) {
        return descendants(UI.getCurrent()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static boolean exists(String testId) {
        return descendants(UI.getCurrent()).stream()
                .anyMatch(component -> testId.equals(component.getElement().getAttribute("data-testid")));
    }

    private static Component byId(String id) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> component.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing on the page has id " + id));
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
