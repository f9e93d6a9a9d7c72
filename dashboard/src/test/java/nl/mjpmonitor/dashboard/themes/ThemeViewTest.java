package nl.mjpmonitor.dashboard.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDetections;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.dashboard.page.IndicatorPageLink;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.casework.OpenStep;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotCasework;
import nl.mjpmonitor.warehouse.hotspots.HotspotReason;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.hotspots.NuisanceCategory;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.Provenance;
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
class ThemeViewTest extends SpringBrowserlessTest {

    private static final String CASES = "lwo-casussen";

    private final YearMonth lastMonth =
            YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);
    private final int lastYear = lastMonth.getYear() - 1;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private IndicatorCatalogue catalogue;

    @Autowired
    private InMemoryDetections detections;

    @Autowired
    private LiveDriver live;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        detections.hold(List.of(), List.of());
        warehouse.cover(YearMonth.of(lastYear - 3, 1), lastMonth);
        warehouse.add(CASES, "BU09350000", YearMonth.of(lastYear, 1), 77);
        warehouse.add(CASES, "BU09359999", lastMonth, 16);
        warehouse.heardFrom("ondermijning", Instant.now());
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void everyIndicatorOfTheThemeHasItsFiguresByYear() {
        open("ondermijning");

        assertThat(all(H1.class))
                .singleElement()
                .satisfies(title -> assertThat(title.getText()).isEqualTo("Ondermijnende criminaliteit"));
        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("77");
        assertThat(figure(CASES + "-" + (lastYear - 1))).isEqualTo("0");
    }

    @Test
    void thisYearStandsBesideTheSameMonthsOfLastYear() {
        open("ondermijning");

        assertThat(figure(CASES + "-" + label(lastMonth))).isEqualTo("16");
        assertThat(figure(CASES + "-" + label(lastMonth.minusYears(1)))).isEqualTo("77");
    }

    @Test
    void theRemainderIsInTheMunicipalityOnly() {
        UI.getCurrent().navigate("ondermijning", QueryParameters.of("gebied", "BU09350000"));

        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("77");
        assertThat(figure(CASES + "-" + label(lastMonth))).isEqualTo("0");
    }

    @Test
    void figuresFollowTheWarehouseAndStayWhenItIsAway() {
        open("ondermijning");
        warehouse.add(CASES, "BU09350000", YearMonth.of(lastYear, 1), 1);
        look();
        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("78");
        warehouse.goAway();
        look();

        assertThat(text(byTestId("melding"))).contains("Niet bijgewerkt");
        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("78");
    }

    @Test
    void aPageThatOpensWithoutTheWarehouseSaysSo() {
        warehouse.goAway();
        open("overlast");

        assertThat(text(byTestId("melding"))).contains("Geen verbinding");
        assertThat(find(Section.class).exists()).isFalse();
    }

    @Test
    void anEmptyWarehouseIsSaidAndShowsNoZeroes() {
        warehouse.clear();
        open("ondermijning");

        assertThat(text(byTestId("melding"))).contains("Nog geen cijfers");
        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("onbekend");
        assertThat(find(Chart.class).exists()).isFalse();
    }

    @Test
    void oldAddressesLeadToTheThemeWithWhatWasChosen() {
        UI.getCurrent().navigate("thema/ondermijning", QueryParameters.of("gebied", "BU09350000"));

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("ondermijning?gebied=BU09350000");
        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("77");
    }

    @Test
    void everyThemeAsksOnceAndNotTooMuch() {
        for (IndicatorTheme theme : catalogue.themes()) {
            long before = warehouse.questions();
            open(theme.id());

            assertThat(all(H1.class))
                    .as(theme.id())
                    .singleElement()
                    .satisfies(title ->
                            assertThat(title.getText()).isEqualTo(theme.name().nl()));
            assertThat(warehouse.questions()).as(theme.id()).isEqualTo(before + 1);
            assertThat(warehouse.largestQuestion()).as(theme.id()).isLessThanOrEqualTo(IndicatorQuery.MAXIMUM);
        }
    }

    @Test
    void partsAlwaysShowWhatIsInNoneOfThem() {
        casesOf2023();
        choose("ondermijning", Map.of("jaar", "2023"));

        assertThat(text(byTestId("delen-waarheen-lwo")))
                .containsSubsequence("Casussen behandeld in de LWO", "77", "politie", "14", "Wabo", "5")
                .containsSubsequence("openbare ruimte", "7", "ketenpartners", "9", "ATOM", "16", "MOT", "13")
                .endsWith("Nog geen uitkomst13");
    }

    @Test
    void anUnknownPartLeavesTheRemainderUnknown() {
        casesOf2023();
        warehouse.leaveUnknown("lwo-wabo", "BU09359999", YearMonth.of(2023, 3));
        choose("ondermijning", Map.of("jaar", "2023"));

        assertThat(text(byTestId("delen-waarheen-lwo"))).endsWith("Nog geen uitkomstonbekend");
    }

    @Test
    void partsThatAreMoreThanTheWholeAreNotForcedToAddUp() {
        casesOf2023();
        warehouse.add("lwo-politie", "BU09359999", YearMonth.of(2023, 3), 50);
        choose("ondermijning", Map.of("jaar", "2023"));

        assertThat(text(byTestId("delen-waarheen-lwo"))).doesNotContain("Nog geen uitkomst");
        assertThat(text(section("waarheen-lwo"))).contains("Ze tellen dus niet op");
    }

    @Test
    void stepsSayHowManyOfHowMany() {
        casesOf2023();
        choose("ondermijning", Map.of("jaar", "2023"));

        String steps = text(byTestId("stappen-trechter-lwo"));
        assertThat(steps).contains("16 van 77 (21%)").contains("13 van 77 (17%)");
        assertThat(steps).contains("48 van de 77 gingen naar geen van deze stappen.");
    }

    @Test
    void aStepThatIsUnknownIsNotZero() {
        casesOf2023();
        warehouse.leaveUnknown("riec-casussen", "BU09359999", YearMonth.of(2023, 3));
        choose("ondermijning", Map.of("jaar", "2023"));

        assertThat(text(byTestId("trechter-lwo-stap-riec-casussen"))).isEqualTo("onbekend");
        assertThat(text(byTestId("stappen-trechter-lwo"))).endsWith("Hoeveel er niet verder gingen, is niet bekend.");
    }

    @Test
    void aShareOfAStepInAnotherUnitIsNotGiven() {
        open("onderschat");

        assertThat(text(byTestId("stappen-van-dag-tot-signaal"))).doesNotContain(" van ");
    }

    @Test
    void thisYearIsSetAgainstLastYearWithAJudgement() {
        warehouse.add("overlast-jeugd", "BU09350000", lastMonth.withMonth(1), 100);
        warehouse.add("overlast-jeugd", "BU09350000", lastMonth.minusYears(1).withMonth(1), 40);
        open("overlast");

        String row = "politie-overlast-nu-overlast-jeugd-";
        assertThat(figure(row + label(lastMonth))).isEqualTo("100");
        assertThat(figure(row + label(lastMonth.minusYears(1)))).isEqualTo("40");
        assertThat(figure(row + "verschil")).isEqualTo("+60");
        assertThat(text(byTestId(row + "oordeel"))).contains("ongewoon hoog");
        assertThat(text(byTestId("politie-overlast-nu-opvallend"))).contains("Melding overlast jeugd: Van 40 naar 100");
    }

    @Test
    void aSurveyHasItsMarginsAndADifferenceWithinThemIsNone() {
        warehouse.mark(
                "weleens-onveilig",
                new PointMarks(
                        false,
                        Provenance.DEMONSTRATION,
                        Optional.of(new Margin(new BigDecimal("17.5"), new BigDecimal("20.5")))));
        warehouse.add("weleens-onveilig", "BU09350000", YearMonth.of(lastYear - 1, 1), 19);
        warehouse.add("weleens-onveilig", "BU09350000", YearMonth.of(lastYear, 1), 18);
        open("veiligheidsbeleving");

        assertThat(text(byTestId("onderzoek-weleens-onveilig")))
                .startsWith("18 in " + lastYear + ".")
                .endsWith("Dus is er geen aantoonbaar verschil.");
        assertThat(text(byTestId("onderzoek-tabel-weleens-onveilig")))
                .contains("17,5 tot 20,5")
                .contains("geen aantoonbaar verschil");
    }

    @Test
    void moneyStandsByTheSchemeItBelongsTo() {
        warehouse.cover(lastMonth, YearMonth.of(lastMonth.getYear(), 12));
        warehouse.add("spuk-2023-toegekend", "BU09359999", YearMonth.of(lastYear, 1), 1_550_000);
        warehouse.add("spuk-2023-toegekend", "BU09359999", YearMonth.of(lastYear + 1, 1), 775_000);
        warehouse.add("spuk-besteed", "BU09359999", YearMonth.of(lastYear, 2), 1_400_000);
        open("preventie-met-gezag");

        assertThat(text(byTestId("regeling-spuk-2023-toegekend")))
                .containsSubsequence("1.550.000", "1.400.000", "775.000");
        assertThat(text(byTestId("regeling-spuk-2026-toegekend"))).doesNotContain("775.000");
        assertThat(text(section("spuk")))
                .contains("1 juni 2026 tot en met 31 december 2029")
                .contains("geen bezuiniging");
    }

    @Test
    void signalsStandOnOneTimelineWithTheActionDays() {
        for (int month = 1; month <= 6; month++) {
            warehouse.add("onderschat-actiedagen", "BU09350000", YearMonth.of(lastYear, month), 2);
            warehouse.add("onderschat-signalen", "BU09350000", YearMonth.of(lastYear, month), 3);
        }
        open("onderschat");

        assertThat(text(byTestId("effect-bevinding")))
                .contains("gemiddeld 3 per maand in de 6 maanden met ONDERSCHAT-actiedagen, en 0 in de ");
    }

    @Test
    void whatIsThereForTheMunicipalityOnlySaysSo() {
        choose("ondermijning", Map.of("gebied", "BU09350000"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Ondermijnende criminaliteit in Binnenstad");
        assertThat(text(section("waarheen-lwo"))).contains("Kies bij Gebied de hele gemeente");
    }

    @Test
    void theYearStandsInTheAddress() {
        open("ondermijning");
        assertThat(text(section("waarheen-lwo"))).contains(Integer.toString(lastYear));
        @SuppressWarnings("unchecked")
        Select<Integer> years = find(Select.class).single();
        test(years).selectItem("2023");

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("ondermijning?gebied=GM0935&jaar=2023");
        assertThat(years.getValue()).isEqualTo(2023);
    }

    @Test
    void everyFigureLeadsToAllAboutIt() {
        choose("ondermijning", Map.of("gebied", "BU09350000"));

        assertThat(all(IndicatorPageLink.class))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getHref()).matches("indicator/[a-z0-9-]+[?]gebied=BU09350000"));
    }

    @Test
    void theTableOfChartsIsMadeWhenSomebodyOpensIt() {
        UI.getCurrent().navigate("zorg-en-veiligheid");
        List<Folded> tables = all(Folded.class);
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(tablesIn(table)).isZero());
        tables.forEach(table -> test(table).openDetails());

        assertThat(tables)
                .allSatisfy(table -> assertThat(tablesIn(table)).isOne())
                .allSatisfy(table -> assertThat(text(table)).contains(Integer.toString(lastYear), "onbekend"));
    }

    @Test
    void definitionsAreMadeWhenSomebodyOpensThem() {
        open("ondermijning");
        assertThat(all(IndicatorDefinition.class)).isEmpty();
        Details definitions = all(Details.class).getLast();
        test(definitions).openDetails();

        assertThat(all(IndicatorDefinition.class)).isNotEmpty();
        assertThat(text(definitions)).contains("Peildatum").contains("Bron");
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void aRemainderNeverGivesAwayAPartThatMayNotBeSeen() {
        warehouse.add("dwangsommen-straathandel", "BU09350000", YearMonth.of(lastYear, 2), 29);
        open("bestuurlijk");

        assertThat(text(byTestId("delen-dwangsommen"))).contains("29").doesNotContain("Niet bekend");
        assertThat(find(Section.class).all())
                .noneMatch(section -> section.getId().equals(Optional.of("bibob-uitkomsten")));
    }

    @Test
    void eachPossibleHotspotHasItsStateItsLifeAndItsApproach() {
        detections.hold(
                List.of(
                        hotspot("BU09350000", HotspotState.OPEN, Optional.empty()),
                        hotspot(
                                "BU09350001",
                                HotspotState.CLOSED,
                                Optional.of(new HotspotCasework(
                                        "dismissed", Optional.of("veiligheid"), Optional.empty(), "public_space")))),
                List.of());
        open("overlast");

        assertThat(text(byTestId("mogelijke-hotspots-bevinding")))
                .isEqualTo("Mogelijke hotspots: 1 open, 0 afkoelend, 1 gesloten.");
        assertThat(text(byTestId("mogelijke-hotspots-tabel")))
                .containsSubsequence("Binnenstad", "personen en drugs", "open", "niet bekend bij de aanpak");
        assertThat(text(section("mogelijke-hotspots"))).contains("afgewezen, veiligheid");

        choose("overlast", Map.of("gebied", "BU09350001"));
        assertThat(text(byTestId("mogelijke-hotspots-bevinding"))).startsWith("Mogelijke hotspots: 0 open");
    }

    @Test
    void openCasesStandAgainstTheNormOfTheirStep() {
        detections.hold(
                List.of(),
                List.of(new StepProgress(
                        "lwo",
                        60,
                        List.of(
                                new OpenStep(1, LocalDate.of(2026, 6, 1), 90, Optional.of(LocalDate.of(2026, 8, 1))),
                                new OpenStep(1, LocalDate.of(2026, 8, 1), 29, Optional.empty())))));
        open("ondermijning");

        assertThat(text(byTestId("stilstand-stappen-bevinding")))
                .isEqualTo("1 van de 2 open stappen duren langer dan de grens.");
        assertThat(text(byTestId("stilstand-stappen-tabel"))).containsSubsequence("LWO", "60", "2", "1", "90", "90");
    }

    @Test
    void hotspotsFollowTheWarehouseWhereTheyStand() {
        detections.hold(List.of(hotspot("BU09350001", HotspotState.CLOSED, Optional.empty())), List.of());
        open("overlast");
        Component table = byTestId("mogelijke-hotspots-tabel");
        Details past = closedHotspots();
        test(past).openDetails();
        detections.hold(
                List.of(
                        hotspot("BU09350000", HotspotState.OPEN, Optional.empty()),
                        hotspot("BU09350001", HotspotState.CLOSED, Optional.empty())),
                List.of());
        look();

        assertThat(text(byTestId("mogelijke-hotspots-bevinding")))
                .isEqualTo("Mogelijke hotspots: 1 open, 0 afkoelend, 1 gesloten.");
        assertThat(text(table)).contains("Binnenstad");
        assertThat(byTestId("mogelijke-hotspots-tabel"))
                .as("in the same place, so that nobody loses his own")
                .isSameAs(table);
        assertThat(closedHotspots()).isSameAs(past);
        assertThat(past.isOpened()).isTrue();
    }

    @Test
    void openCasesFollowTheWarehouseAndStayWhenItIsAway() {
        open("ondermijning");
        assertThat(text(byTestId("stilstand-stappen-bevinding"))).startsWith("0 van de 0");
        detections.hold(
                List.of(),
                List.of(new StepProgress(
                        "lwo", 60, List.of(new OpenStep(1, LocalDate.of(2026, 8, 1), 29, Optional.empty())))));
        look();
        assertThat(text(byTestId("stilstand-stappen-bevinding"))).startsWith("0 van de 1");
        assertThat(text(byTestId("stilstand-stappen-tabel"))).containsSubsequence("LWO", "60", "1");
        detections.goAway();
        look();

        assertThat(text(byTestId("stilstand-stappen-bevinding"))).startsWith("0 van de 1");
    }

    @Test
    void whatWasDetectedComesWhenTheWarehouseIsBack() {
        detections.goAway();
        open("overlast");
        detections.hold(List.of(hotspot("BU09350000", HotspotState.OPEN, Optional.empty())), List.of());
        look();

        assertThat(text(byTestId("mogelijke-hotspots-bevinding"))).startsWith("Mogelijke hotspots: 1 open");
    }

    @Test
    void whatWasDetectedIsNotThereWhileTheWarehouseIsAway() {
        detections.goAway();
        open("overlast");

        assertThat(text(byTestId("mogelijke-hotspots-bevinding"))).isNotBlank().doesNotContain("Nu zijn er");
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void whatWasDetectedIsNotForTheCouncil() {
        detections.hold(List.of(hotspot("BU09350000", HotspotState.OPEN, Optional.empty())), List.of());
        open("overlast");

        assertThat(exists("mogelijke-hotspots-bevinding")).isFalse();
    }

    private static Hotspot hotspot(String area, HotspotState state, Optional<HotspotCasework> casework) {
        return new Hotspot(
                "hs-" + area,
                new AreaCode(area),
                NuisanceCategory.BOTH,
                state,
                LocalDate.of(2026, 11, 3),
                state == HotspotState.OPEN ? HotspotReason.OPENED : HotspotReason.CLOSED,
                6,
                4,
                28,
                LocalDate.of(2026, 11, 3),
                1,
                state == HotspotState.CLOSED ? Optional.empty() : Optional.of(LocalDate.of(2026, 12, 29)),
                casework,
                Instant.parse("2026-11-21T08:00:00Z"));
    }

    /** The outcomes as they were published over 2023. */
    private void casesOf2023() {
        warehouse.cover(YearMonth.of(2019, 1), lastMonth);
        Map.of(
                        CASES,
                        77,
                        "lwo-politie",
                        14,
                        "lwo-wabo",
                        5,
                        "lwo-openbare-ruimte",
                        7,
                        "lwo-ketenpartners",
                        9,
                        "atom-casussen",
                        16,
                        "mot-casussen",
                        13)
                .forEach((indicator, count) -> {
                    warehouse.add(indicator, "BU09359999", YearMonth.of(2023, 3), count);
                    // as far as the year is also one of the others of these tests, that is taken off again
                    if (indicator.equals(CASES) && lastYear == 2023) {
                        warehouse.add(indicator, "BU09350000", YearMonth.of(2023, 1), -77);
                    }
                });
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilSeesOnlyWhatIsPublic() {
        open("ondermijning");

        assertThat(exists("mot-casussen-" + lastYear)).isFalse();
    }

    @Test
    void anUnknownThemeIsNotFound() {
        open("zoiets");

        assertThat(all(ThemeView.class)).isEmpty();
    }

    @Test
    void groupsAreSectionsWithAHeading() {
        open("ondermijning");

        assertThat(find(Section.class).all())
                .isNotEmpty()
                .allSatisfy(section -> assertThat(section.getElement().getAttribute("aria-labelledby"))
                        .isEqualTo("kop-" + section.getId().orElseThrow()));
    }

    private static String label(YearMonth month) {
        return Period.yearToDate(month).label();
    }

    private static void choose(String theme, Map<String, String> choices) {
        UI.getCurrent().navigate(theme, QueryParameters.simple(choices));
        Pages.unfold();
    }

    private Section section(String id) {
        return find(Section.class).all().stream()
                .filter(section -> section.getId().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no section " + id));
    }

    private static long tablesIn(Component component) {
        return descendants(component).stream()
                .filter(NativeTable.class::isInstance)
                .count();
    }

    private Details closedHotspots() {
        return descendants(section("mogelijke-hotspots")).stream()
                .filter(Details.class::isInstance)
                .map(Details.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
        Pages.unfold();
    }

    private String figure(String testId) {
        return byTestId(testId).getElement().getText();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
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
