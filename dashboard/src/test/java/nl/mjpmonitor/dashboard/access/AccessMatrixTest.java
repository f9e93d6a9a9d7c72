package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.Caller;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDetections;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.MadeUpFigures;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.dashboard.exports.ExportForm;
import nl.mjpmonitor.dashboard.reports.PublishedWarehouse;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may come where: every page and every address for programs, exports included, for nobody and for every role. The two tables are
 * complete by construction: a page or an address that is not in them fails the test, and so does a role without a column.
 *
 * <p>The words in braces stand for something of the demonstration; {@link #examples} says what.
 */
@DashboardTest
@AutoConfigureMockMvc
@ViewPackages(packages = "nl.mjpmonitor.dashboard")
class AccessMatrixTest extends SpringBrowserlessTest {

    private static final String ROLES = "nobody raad gebiedsteam analist programmamanager driehoek beheerder";

    /**
     * Route of the page | a page of it | who opens it. {@code yes}: it opens; {@code login}: sent to the login page; {@code no}: as if
     * it did not exist.
     */
    private static final String PAGES = """
        (empty)                         | (empty)                          | login yes yes yes yes yes yes
        login                           | login                            | yes   yes yes yes yes yes yes
        toegankelijkheid                | toegankelijkheid                 | yes   yes yes yes yes yes yes
        overzicht                       | overzicht                        | login yes yes yes yes yes yes
        maandbeeld                      | maandbeeld                       | login yes yes yes yes yes yes
        maandbeeld/presentatie          | maandbeeld/presentatie           | login no  no  yes yes yes no
        maandbeeld/vastgesteld/:nummer  | maandbeeld/vastgesteld/{month}   | login no  no  yes yes yes no
        gebieden                        | gebieden                         | login yes yes yes yes yes yes
        doelen                          | doelen                           | login yes yes yes yes yes yes
        signalen                        | signalen                         | login yes yes yes yes yes yes
        publicaties                     | publicaties                      | login yes yes yes yes yes yes
        publicaties/:uitgave            | publicaties/{concept}            | login no  no  yes yes yes no
        publicaties/:uitgave            | publicaties/{published}          | login no  no  yes yes yes no
        publicaties/archief             | publicaties/archief              | login yes yes yes yes yes yes
        publicaties/verzending          | publicaties/verzending           | login no  no  yes yes yes yes
        datakwaliteit                   | datakwaliteit                    | login no  no  no  yes no  yes
        beheer                          | beheer                           | login no  no  no  no  no  yes
        criminaliteit                   | criminaliteit                    | login yes yes yes yes yes yes
        indicator/:id                   | indicator/{openbaar}             | login yes yes yes yes yes yes
        indicator/:id                   | indicator/{intern}               | login no  yes yes yes yes no
        indicator/:id                   | indicator/{vertrouwelijk}        | login no  no  yes yes yes no
        thema/:thema                    | thema/overlast                   | login yes yes yes yes yes yes
        :thema                          | bestuurlijk                      | login yes yes yes yes yes yes
        :thema                          | ondermijning                     | login yes yes yes yes yes yes
        :thema                          | onderschat                       | login yes yes yes yes yes yes
        :thema                          | openbare-orde                    | login yes yes yes yes yes yes
        :thema                          | overlast                         | login yes yes yes yes yes yes
        :thema                          | preventie-met-gezag              | login yes yes yes yes yes yes
        :thema                          | veiligheidsbeleving              | login yes yes yes yes yes yes
        :thema                          | zorg-en-veiligheid               | login yes yes yes yes yes yes
        """;

    /**
     * Method and pattern of the address | an address of it | body | status of the answer. Acts name a version that was never there: 409
     * tells that the role may do it, and nothing is changed by asking.
     */
    private static final String ADDRESSES = """
        GET /api/v1/indicatoren                      | /api/v1/indicatoren                                  |              | 401 200 200 200 200 200 200
        GET /api/v1/indicatoren/{id}                 | /api/v1/indicatoren/{openbaar}                       |              | 401 200 200 200 200 200 200
        GET /api/v1/indicatoren/{id}                 | /api/v1/indicatoren/{intern}                         |              | 401 404 200 200 200 200 404
        GET /api/v1/indicatoren/{id}                 | /api/v1/indicatoren/{vertrouwelijk}                  |              | 401 404 404 200 200 200 404
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{openbaar}/reeks                 |              | 401 200 200 200 200 200 200
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{openbaar}/reeks?gebied={own}    |              | 401 200 200 200 200 200 200
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{openbaar}/reeks?gebied={other}  |              | 401 200 403 200 200 200 200
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{intern}/reeks                   |              | 401 404 403 200 200 200 404
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{intern}/reeks?gebied={own}      |              | 401 404 200 200 200 200 404
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{intern}/reeks?gebied={other}    |              | 401 404 403 200 200 200 404
        GET /api/v1/indicatoren/{id}/reeks           | /api/v1/indicatoren/{vertrouwelijk}/reeks            |              | 401 404 404 200 200 200 404
        GET /api/v1/indicatoren/{id}/reeks?formaat   | /api/v1/indicatoren/{openbaar}/reeks?formaat={form}&van=2023&tot=2023                |  | 401 200 200 200 200 200 200
        GET /api/v1/indicatoren/{id}/reeks?formaat   | /api/v1/indicatoren/{openbaar}/reeks?formaat={form}&van=2023&tot=2023&gebied={other} |  | 401 200 403 200 200 200 200
        GET /api/v1/indicatoren/{id}/reeks?formaat   | /api/v1/indicatoren/{intern}/reeks?formaat={form}&van=2023&tot=2023&gebied={own}     |  | 401 404 200 200 200 200 404
        GET /api/v1/indicatoren/{id}/reeks?formaat   | /api/v1/indicatoren/{vertrouwelijk}/reeks?formaat={form}&van=2023&tot=2023           |  | 401 404 404 200 200 200 404
        GET /api/v1/bijstellingen                    | /api/v1/bijstellingen                                |              | 401 200 200 200 200 200 200
        GET /api/v1/bijstellingen                    | /api/v1/bijstellingen?indicator={vertrouwelijk}      |              | 401 400 400 200 200 200 400
        GET /api/v1/bijstellingen                    | /api/v1/bijstellingen?gebied={other}                 |              | 401 200 400 200 200 200 200
        GET /api/v1/duidingen                        | /api/v1/duidingen                                    |              | 401 200 200 200 200 200 200
        GET /api/v1/duidingen                        | /api/v1/duidingen?indicator={vertrouwelijk}          |              | 401 404 404 200 200 200 404
        GET /api/v1/duidingen                        | /api/v1/duidingen?gebied={other}                     |              | 401 200 400 200 200 200 200
        GET /api/v1/versheid                         | /api/v1/versheid                                     |              | 401 200 200 200 200 200 200
        GET /api/v1/hotspots                         | /api/v1/hotspots                                     |              | 401 403 200 200 200 200 403
        GET /api/v1/hotspots                         | /api/v1/hotspots?gebied={other}                      |              | 401 403 400 200 200 200 403
        GET /api/v1/signalen                         | /api/v1/signalen                                     |              | 401 200 200 200 200 200 200
        POST /api/v1/signalen/{id}/gezien            | /api/v1/signalen/{signal}/gezien                     | {"versie": 99}                   | 401 403 409 409 409 409 403
        POST /api/v1/signalen/{id}/toelichting       | /api/v1/signalen/{signal}/toelichting                | {"versie": 99, "tekst": "Tekst"} | 401 403 409 409 409 403 403
        POST /api/v1/signalen/{id}/gesloten          | /api/v1/signalen/{signal}/gesloten                   | {"versie": 99, "reden": "Reden"} | 401 403 403 409 409 403 403
        GET /api/v1/publicaties                      | /api/v1/publicaties                                  |              | 401 200 200 200 200 200 200
        POST /api/v1/publicaties                     | /api/v1/publicaties                                  | {"rapport": "tussenrapportage", "gebied": "GM0935", "periode": "2022"} | 401 400 400 201 201 403 400
        GET /api/v1/publicaties/{id}                 | /api/v1/publicaties/{concept}                        |              | 401 404 404 200 200 200 404
        GET /api/v1/publicaties/{id}                 | /api/v1/publicaties/{published}                      |              | 401 404 404 200 200 200 404
        PUT /api/v1/publicaties/{id}/teksten         | /api/v1/publicaties/{concept}/teksten                | {"versie": 99, "teksten": {}}    | 401 404 404 409 409 403 404
        POST /api/v1/publicaties/{id}/stappen/{stap} | /api/v1/publicaties/{concept}/stappen/indienen       | {"versie": 99} | 401 404 404 409 409 403 404
        POST /api/v1/publicaties/{id}/stappen/{stap} | /api/v1/publicaties/{concept}/stappen/verversen      | {"versie": 99} | 401 404 404 409 409 403 404
        POST /api/v1/publicaties/{id}/stappen/{stap} | /api/v1/publicaties/{concept}/stappen/vaststellen    | {"versie": 99} | 401 404 404 403 409 409 404
        POST /api/v1/publicaties/{id}/stappen/{stap} | /api/v1/publicaties/{concept}/stappen/terugsturen    | {"versie": 99} | 401 404 404 403 409 409 404
        POST /api/v1/publicaties/{id}/stappen/{stap} | /api/v1/publicaties/{concept}/stappen/publiceren     | {"versie": 99} | 401 404 404 403 409 409 404
        POST /api/v1/publicaties/{id}/reproductie    | /api/v1/publicaties/{published}/reproductie          | {}           | 401 404 404 200 200 200 404
        GET /api/v1/publicaties/{id}/bestanden/{naam}| /api/v1/publicaties/{published}/bestanden/{file}     |              | 401 404 404 200 200 200 404
        GET /api/v1/archief                          | /api/v1/archief                                      |              | 401 200 200 200 200 200 200
        POST /api/v1/archief/{id}/controle           | /api/v1/archief/{published}/controle                 | {}           | 401 404 404 200 200 200 404
        GET /api/v1/archief/{id}/metagegevens        | /api/v1/archief/{published}/metagegevens             |              | 401 404 404 200 200 200 404
        GET /api/v1/archief/{id}/bestanden/{naam}/metagegevens | /api/v1/archief/{published}/bestanden/{file}/metagegevens | | 401 404 404 200 200 200 404
        GET /api/v1/archief/uitvoer                  | /api/v1/archief/uitvoer                              |              | 401 403 403 200 200 200 403
        GET /api/v1/archief/vernietigingen           | /api/v1/archief/vernietigingen                       |              | 401 403 403 403 200 200 403
        POST /api/v1/archief/vernietigingen          | /api/v1/archief/vernietigingen                       | {"publicatie": {published}} | 401 403 403 403 422 422 403
        POST /api/v1/archief/vernietigingen/{id}/besluit | /api/v1/archief/vernietigingen/99/besluit        | {"akkoord": true}           | 401 403 403 403 422 422 403
        ANY /api/**                                  | /api/v1/bestaat-niet                                 |              | 401 404 404 404 404 404 404
        GET /api/v1/openapi.json                     | /api/v1/openapi.json                                 |              | 200 200 200 200 200 200 200
        GET /api/v1/openapi.json.yaml                | /api/v1/openapi.json.yaml                            |              | 401 403 403 403 403 403 403
        GET /opendata                                | /opendata                                            |              | 200 200 200 200 200 200 200
        GET /opendata/catalogus.jsonld               | /opendata/catalogus.jsonld                           |              | 200 200 200 200 200 200 200
        GET /opendata/catalogus.ttl                  | /opendata/catalogus.ttl                              |              | 200 200 200 200 200 200 200
        GET /opendata/{id}                           | /opendata/{openbaar}                                 |              | 200 200 200 200 200 200 200
        GET /opendata/{id}                           | /opendata/{intern}                                   |              | 404 404 404 404 404 404 404
        GET /opendata/{id}.csv                       | /opendata/{openbaar}.csv                             |              | 200 200 200 200 200 200 200
        GET /opendata/{id}.csv                       | /opendata/{intern}.csv                               |              | 404 404 404 404 404 404 404
        GET /opendata/{id}.json                      | /opendata/{openbaar}.json                            |              | 200 200 200 200 200 200 200
        GET /opendata/{id}.json                      | /opendata/{vertrouwelijk}.json                       |              | 404 404 404 404 404 404 404
        GET /actuator                                | /actuator                                            |              | 401 403 403 403 403 403 200
        GET /actuator/health                         | /actuator/health                                     |              | 200 200 200 200 200 200 200
        GET /actuator/health/**                      | /actuator/health/liveness                            |              | 200 200 200 200 200 200 200
        GET /actuator/prometheus                     | /actuator/prometheus                                 |              | 401 403 403 403 403 403 200
        ANY /error                                   | /error                                               |              | 302 302 302 302 302 302 302
        """;

    private static final YearMonth LAST = YearMonth.of(2023, 12);
    private static final String OTHER_WIJK = "WK093505";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private IndicatorCatalogue catalogue;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemoryDetections detections;

    @Autowired
    private InMemoryEditionStore editions;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    private Map<String, String> examples = Map.of();

    /** One row: what it is about, an example of it, what is sent, and for each column what must come of it. */
    private record Row(String subject, String example, String body, List<String> outcomes) {

        static Row page(String line) {
            List<String> cells = cells(line);
            return new Row(
                    word(cells.get(0)),
                    word(cells.get(1)),
                    "",
                    List.of(cells.get(2).split("\\s+", -1)));
        }

        static Row address(String line) {
            List<String> cells = cells(line);
            return new Row(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    List.of(cells.get(3).split("\\s+", -1)));
        }

        private static List<String> cells(String line) {
            return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        }

        private static String word(String cell) {
            return cell.equals("(empty)") ? "" : cell;
        }
    }

    @BeforeEach
    void fill() {
        leave();
        store.become(StoreState.READY);
        warehouse.clear();
        editions.clear();
        signals.clear();
        detections.hold(List.of(), List.of());
        PublishedWarehouse.fill(warehouse);
        MadeUpFigures.fill(warehouse, catalogue, LAST);
        examples = examples();
    }

    /** Each test opens the pages itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    private Map<String, String> examples() {
        Map<String, String> all = new TreeMap<>();
        all.put("openbaar", example("woninginbraak", Confidentiality.OPENBAAR));
        all.put("intern", example("lwo-casussen", Confidentiality.INTERN));
        all.put("vertrouwelijk", example("mot-casussen", Confidentiality.VERTROUWELIJK));
        all.put("own", TestAccounts.OWN_WIJK);
        all.put("other", OTHER_WIJK);
        all.put(
                "signal",
                signals.open(SignalRule.BURGLARY_SERIES, "woninginbraak", "BU09350000", Instant.now())
                        .id()
                        .value());
        all.put("concept", started("2022"));
        String published = published("2023");
        all.put("published", published);
        all.put(
                "file",
                Caller.read(caller().ask(HttpMethod.GET, "driehoek", "/api/v1/publicaties/" + published, ""))
                        .at("/details/bestanden/0/naam")
                        .asString());
        return all;
    }

    private String example(String indicator, Confidentiality level) {
        assertThat(catalogue.find(new IndicatorId(indicator)).orElseThrow().confidentiality())
                .as(indicator)
                .isEqualTo(level);
        return indicator;
    }

    private String started(String year) {
        MvcTestResult answer = caller().ask(
                        HttpMethod.POST,
                        "analist",
                        "/api/v1/publicaties",
                        "{\"rapport\": \"tussenrapportage\", \"gebied\": \"GM0935\", \"periode\": \"" + year + "\"}");
        assertThat(answer).hasStatus(201);
        return Caller.read(answer).get("id").asString();
    }

    private String published(String year) {
        String id = started(year);
        String address = "/api/v1/publicaties/" + id;
        assertThat(caller().ask(
                                HttpMethod.PUT,
                                "analist",
                                address + "/teksten",
                                "{\"versie\": 1, \"teksten\": {\"tekst-samenvatting\": \"Een jaar in cijfers.\"}}"))
                .hasStatusOk();
        assertThat(caller().ask(HttpMethod.POST, "analist", address + "/stappen/indienen", "{\"versie\": 2}"))
                .hasStatusOk();
        assertThat(caller().ask(HttpMethod.POST, "driehoek", address + "/stappen/vaststellen", "{\"versie\": 3}"))
                .hasStatusOk();
        assertThat(caller().ask(
                                HttpMethod.POST,
                                "programmamanager",
                                address + "/stappen/publiceren",
                                "{\"versie\": 4}"))
                .hasStatusOk();
        return id;
    }

    @Test
    void everyRoleHasAColumn() {
        assertThat(List.of(ROLES.split(" ", -1)))
                .hasSize(Role.values().length + 1)
                .containsAll(Arrays.stream(Role.values()).map(Role::word).toList());
        assertThat(Stream.concat(pages(), addresses()))
                .allSatisfy(row -> assertThat(row.outcomes()).as(row.example()).hasSize(ROLES.split(" ", -1).length));
    }

    @Test
    void everyPageIsInTheTable() {
        Set<String> known = pages().map(Row::subject).collect(Collectors.toCollection(TreeSet::new));
        List<RouteData> routes = RouteConfiguration.forApplicationScope().getAvailableRoutes();
        Set<String> routed = routes.stream()
                .map(RouteData::getTemplate)
                .map(template -> template.replaceAll("\\(.*\\)", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routed).isEqualTo(known);
        assertThat(pages().map(Row::example))
                .as("every theme, too")
                .containsAll(catalogue.themes().stream().map(IndicatorTheme::id).toList());
    }

    @Test
    void everyAddressForProgramsIsInTheTable() {
        Set<String> known = addresses().map(Row::subject).collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessMatrixTest::subjects)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).isEqualTo(known);
    }

    /** 'GET /api/v1/indicatoren/{id}/reeks?formaat'; any method when it does not say which. */
    private static Stream<String> subjects(RequestMappingInfo mapping) {
        Collection<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        String parameters = mapping.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("&"));
        return mapping.getPatternValues().stream()
                .map(pattern -> (methods.isEmpty()
                                ? "ANY"
                                : methods.stream().map(Enum::name).sorted().collect(Collectors.joining("+")))
                        + " " + pattern + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    @TestFactory
    Stream<DynamicTest> everyAddressAnswersEveryRoleAsTheTableSays() {
        return addresses()
                .flatMap(this::forms)
                .map(row -> dynamicTest(row.subject() + " " + row.example(), () -> {
                    HttpMethod method =
                            HttpMethod.valueOf(row.subject().split(" ", 2)[0].replace("ANY", "GET"));
                    assertThat(outcomes(role -> Integer.toString(
                                    caller().ask(method, role, filled(row.example()), filled(row.body()))
                                            .getResponse()
                                            .getStatus())))
                            .isEqualTo(columns(row));
                }));
    }

    /** An export in every form there is. */
    private Stream<Row> forms(Row row) {
        return row.example().contains("{form}")
                ? Arrays.stream(ExportForm.values())
                        .map(form -> new Row(
                                row.subject(), row.example().replace("{form}", word(form)), row.body(), row.outcomes()))
                : Stream.of(row);
    }

    /** How the addresses call it: {@code json} is the answer of the API itself. */
    private static String word(ExportForm form) {
        return form == ExportForm.JSON ? "json-document" : form.word();
    }

    @TestFactory
    Stream<DynamicTest> everyPageOpensForWhomTheTableSays() {
        Map<String, String> withMonth = new TreeMap<>(examples);
        withMonth.put("month", establishedMonth());
        examples = withMonth;
        return pages().map(row -> dynamicTest(
                "/" + row.example(),
                () -> assertThat(outcomes(role -> role.equals("nobody") ? asStranger(row) : opened(role, row)))
                        .isEqualTo(columns(row))));
    }

    /** What the router opens; Spring keeps a stranger out before that, and lets nobody in whom the router would not. */
    private String asStranger(Row row) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            String shown = shownAt(row);
            return shown.equals("LoginView") && !row.subject().equals("login") ? "login" : "yes";
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Whether the page that belongs to the route is what opens. */
    private String opened(String role, Row row) {
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            leave();
            return Set.of("NotFoundView", "RefusedView", "FailedView").contains(shownAt(row)) ? "no" : "yes";
        }
    }

    /** Simple name of the page that opens. */
    private String shownAt(Row row) {
        Location location = new Location(filled(row.example()));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getClass()
                .getSimpleName();
    }

    /** Establishes a Maandbeeld as the driehoek does, and says its number. */
    private String establishedMonth() {
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            Location month = new Location("maandbeeld?gebied=GM0935&maand=" + LAST);
            UI.getCurrent().navigate(month.getPath(), month.getQueryParameters());
            test((Button) Pages.byTestId("onderwerpen-bewaren")).click();
            test((Button) Pages.byTestId("vaststellen")).click();
            test((Button) Pages.byTestId("vaststellen-zeker")).click();
            String target = Pages.components().stream()
                    .filter(RouterLink.class::isInstance)
                    .map(component -> ((RouterLink) component).getHref())
                    .filter(href -> href.startsWith("maandbeeld/vastgesteld/"))
                    .findFirst()
                    .orElseThrow();
            return target.substring(target.lastIndexOf('/') + 1);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        String as(String role);
    }

    private static Map<String, String> outcomes(Attempt attempt) {
        Map<String, String> outcomes = new TreeMap<>();
        Arrays.stream(ROLES.split(" ", -1)).forEach(role -> outcomes.put(role, attempt.as(role)));
        return outcomes;
    }

    private static Map<String, String> columns(Row row) {
        List<String> left = new ArrayList<>(row.outcomes());
        return outcomes(role -> left.removeFirst());
    }

    private static Stream<Row> pages() {
        return PAGES.lines().map(Row::page);
    }

    private static Stream<Row> addresses() {
        return ADDRESSES.lines().map(Row::address);
    }

    private String filled(String text) {
        String result = text;
        for (Map.Entry<String, String> example : examples.entrySet()) {
            result = result.replace("{" + example.getKey() + "}", example.getValue());
        }
        return result;
    }

    private Caller caller() {
        return new Caller(mvc);
    }
}
