package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LevelledCatalogue;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.duiding.DuidingId;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingService;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every role × level of confidentiality × area × door: what is open, and that nothing else is. */
@DashboardTest
@AutoConfigureMockMvc
@Import(LevelledCatalogue.class)
class ScopeMatrixTest {

    private static final Map<String, String> AREAS = Map.of(
            "gemeente", "GM0935",
            "own", TestAccounts.OWN_WIJK,
            "part", "BU09350006",
            "other", "WK093505",
            "rest", "BU09359999");

    private static final Map<String, String> INDICATORS = Map.of(
            "openbaar", LevelledCatalogue.PUBLIC,
            "intern", LevelledCatalogue.INTERNAL,
            "vertrouwelijk", LevelledCatalogue.CONFIDENTIAL);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private Areas areas;

    @Autowired
    private IndicatorQuery query;

    @Autowired
    private LiveFigures live;

    @Autowired
    private ReadableCatalogue catalogue;

    @Autowired
    private ReadableAreas readableAreas;

    @Autowired
    private DuidingService duidingen;

    @Autowired
    private InMemoryDuidingStore duidingStore;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @BeforeEach
    void fill() {
        warehouse.clear();
        duidingStore.clear();
        PublishedFigures.fill(warehouse, areas, Instant.now());
    }

    /** The areas that are open, by level. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raad             | openbaar      | gemeente own part other rest",
                "raad             | intern        | -",
                "raad             | vertrouwelijk | -",
                "gebiedsteam      | openbaar      | gemeente own part",
                "gebiedsteam      | intern        | own part",
                "gebiedsteam      | vertrouwelijk | -",
                "analist          | openbaar      | gemeente own part other rest",
                "analist          | intern        | gemeente own part other rest",
                "analist          | vertrouwelijk | gemeente own part other rest",
                "programmamanager | openbaar      | gemeente own part other rest",
                "programmamanager | intern        | gemeente own part other rest",
                "programmamanager | vertrouwelijk | gemeente own part other rest",
                "driehoek         | openbaar      | gemeente own part other rest",
                "driehoek         | intern        | gemeente own part other rest",
                "driehoek         | vertrouwelijk | gemeente own part other rest",
                "beheerder        | openbaar      | gemeente own part other rest",
                "beheerder        | intern        | -",
                "beheerder        | vertrouwelijk | -"
            })
    void aRoleOpensWhatTheTableSaysAndNothingElse(String role, String level, String open) {
        IndicatorId indicator = new IndicatorId(INDICATORS.get(level));
        List<String> openAreas = List.of(open.split(" "));
        boolean isOpenAnywhere = !open.equals("-");
        AREAS.forEach((name, code) -> {
            boolean isOpen = openAreas.contains(name);
            String where = role + " " + level + " " + name;
            MvcTestResult answer = get(role, "/api/v1/indicatoren/" + indicator + "/reeks?gebied=" + code);
            assertThat(answer.getResponse().getStatus())
                    .as("API: %s", where)
                    .isEqualTo(isOpen ? 200 : isOpenAnywhere ? 403 : 404);
            SeriesRequest request =
                    SeriesRequest.latest(indicator, new AreaCode(code), Period.year(2019), Period.year(2023));
            try (LoggedIn _ = LoggedIn.inRole(role)) {
                assertDoor(isOpen, "query: " + where, () -> query.series(List.of(request)));
                assertDoor(
                        isOpen,
                        "page: " + where,
                        () -> live.watch(new FigureRequest(List.of(request)), state -> {})
                                .end());
                assertThat(readableAreas.opens(
                                catalogue.find(indicator).orElse(hidden(indicator)),
                                areas.find(new AreaCode(code)).orElseThrow()))
                        .as("view: %s", where)
                        .isEqualTo(isOpen);
            }
        });
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            assertThat(catalogue.find(indicator).isPresent()).isEqualTo(isOpenAnywhere);
            assertThat(catalogue.indicators().stream().map(Indicator::id).anyMatch(indicator::equals))
                    .isEqualTo(isOpenAnywhere);
        }
        assertThat(get(role, "/api/v1/indicatoren/" + indicator)).hasStatus(isOpenAnywhere ? 200 : 404);
    }

    private static void assertDoor(boolean isOpen, String door, Runnable asking) {
        if (isOpen) {
            assertThatCode(asking::run).as(door).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(asking::run).as(door).isInstanceOf(OutOfScopeException.class);
        }
    }

    private Indicator hidden(IndicatorId indicator) {
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            return catalogue.find(indicator).orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"ROLE_USER", "ROLE_burgemeester", "ANALIST"})
    void withoutAKnownRoleNothingIsOpen(String authority) {
        SeriesRequest request = SeriesRequest.latest(
                new IndicatorId(LevelledCatalogue.PUBLIC),
                new AreaCode("GM0935"),
                Period.year(2019),
                Period.year(2023));
        try (LoggedIn _ = LoggedIn.as("iemand", authority)) {
            assertThatThrownBy(() -> query.series(List.of(request))).isInstanceOf(OutOfScopeException.class);
            assertThat(catalogue.indicators()).isEmpty();
            assertThat(readableAreas.all()).isEmpty();
            assertThat(duidingen.find(new DuidingQuestion(Optional.empty(), Optional.empty(), Optional.empty())))
                    .isEmpty();
        }
    }

    @Test
    void oneRefusedFigureRefusesTheWholeQuestion() {
        List<SeriesRequest> requests = List.of(LevelledCatalogue.PUBLIC, LevelledCatalogue.CONFIDENTIAL).stream()
                .map(id -> SeriesRequest.latest(
                        new IndicatorId(id), new AreaCode("GM0935"), Period.year(2019), Period.year(2023)))
                .toList();
        long before = warehouse.questions();
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            assertThatThrownBy(() -> query.series(requests)).isInstanceOf(OutOfScopeException.class);
        }
        assertThat(warehouse.questions()).isEqualTo(before);
    }

    @Test
    void whoHasTwoRolesSeesWhatEitherOpens() {
        SeriesRequest request = SeriesRequest.latest(
                new IndicatorId(LevelledCatalogue.CONFIDENTIAL),
                new AreaCode("GM0935"),
                Period.year(2019),
                Period.year(2023));
        try (LoggedIn _ = LoggedIn.as("jansen", "ROLE_BEHEERDER", "ROLE_ANALIST")) {
            assertThat(query.series(List.of(request))).hasSize(1);
        }
    }

    @Test
    void duidingFollowsTheFigureAndTheState() {
        DuidingSubject open = subject(LevelledCatalogue.PUBLIC, "GM0935");
        DuidingSubject elsewhere = subject(LevelledCatalogue.PUBLIC, "WK093505");
        DuidingSubject confidential = subject(LevelledCatalogue.CONFIDENTIAL, "GM0935");
        for (DuidingSubject subject : List.of(open, elsewhere, confidential)) {
            establish(subject, "Vastgesteld bij " + subject.indicator());
        }
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            duidingen.write(open, "Nog een concept");
        }
        Map.of("raad", 2, "gebiedsteam", 1, "analist", 4, "programmamanager", 4, "driehoek", 4, "beheerder", 2)
                .forEach((role, count) -> assertThat(get(role, "/api/v1/duidingen"))
                        .as(role)
                        .hasStatusOk()
                        .bodyJson()
                        .extractingPath("$.duidingen.length()")
                        .isEqualTo(count));
        assertThat(get("raad", "/api/v1/duidingen"))
                .bodyJson()
                .extractingPath("$.duidingen[*].auteur")
                .asArray()
                .containsOnlyNulls();
        assertThat(get("raad", "/api/v1/duidingen?indicator=" + LevelledCatalogue.CONFIDENTIAL))
                .hasStatus(404);
        assertThat(get("gebiedsteam", "/api/v1/duidingen?gebied=WK093505")).hasStatus(400);
        assertThat(get("analist", "/api/v1/duidingen?periode=gisteren")).hasStatus(400);
        assertThat(get("analist", "/api/v1/duidingen?gebied=WK093505&periode=2023"))
                .bodyJson()
                .extractingPath("$.duidingen[0].rol")
                .isEqualTo("analist");
    }

    @Test
    void revisionsAreToldOfReadableFiguresOnly() {
        assertThat(get("raad", "/api/v1/bijstellingen")).hasStatusOk();
        assertThat(get("raad", "/api/v1/bijstellingen?indicator=" + LevelledCatalogue.CONFIDENTIAL))
                .hasStatus(400);
        assertThat(get("analist", "/api/v1/bijstellingen?indicator=" + LevelledCatalogue.CONFIDENTIAL))
                .hasStatusOk();
        assertThat(get("gebiedsteam", "/api/v1/bijstellingen?gebied=" + TestAccounts.OWN_WIJK))
                .hasStatusOk();
        assertThat(get("gebiedsteam", "/api/v1/bijstellingen?gebied=WK093505")).hasStatus(400);
    }

    @Test
    void confidentialFiguresAndRefusalsLeaveATrace() {
        trailDriver.flush();
        trail.clear();
        get("driehoek", "/api/v1/indicatoren/" + LevelledCatalogue.CONFIDENTIAL + "/reeks");
        get("driehoek", "/api/v1/indicatoren/" + LevelledCatalogue.PUBLIC + "/reeks");
        get("gebiedsteam", "/api/v1/indicatoren/" + LevelledCatalogue.PUBLIC + "/reeks?gebied=WK093505");
        trailDriver.flush();
        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 10)))
                .extracting(AuditEvent::actor, AuditEvent::action, AuditEvent::subject)
                .containsExactly(
                        tuple("gebiedsteam", AuditAction.REFUSED, LevelledCatalogue.PUBLIC + " WK093505"),
                        tuple("driehoek", AuditAction.CONFIDENTIAL_READ, LevelledCatalogue.CONFIDENTIAL + " GM0935"));
    }

    private void establish(DuidingSubject subject, String text) {
        DuidingId id;
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            id = duidingen.write(subject, text).id();
        }
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            duidingen.establish(id, 1);
        }
    }

    private static DuidingSubject subject(String indicator, String area) {
        return DuidingSubject.of(new IndicatorId(indicator), new AreaCode(area), Period.year(2023));
    }

    private MvcTestResult get(String role, String address) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + TestAccounts.token(role))
                .exchange();
    }
}
