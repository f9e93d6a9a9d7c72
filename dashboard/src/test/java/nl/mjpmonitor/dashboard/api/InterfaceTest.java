package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DashboardTest
@AutoConfigureMockMvc
class InterfaceTest {

    private static final String SERIES = "/api/v1/indicatoren/zakkenrollerij/reeks";

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private Areas areas;

    @BeforeEach
    void fill() {
        warehouse.clear();
        PublishedFigures.fill(warehouse, areas, Instant.parse("2026-10-15T06:00:00Z"));
    }

    @Test
    void theSeriesAnswersAsDesigned() {
        JsonNode answer =
                read(get(SERIES + "?gebied=GM0935&korrel=jaar&van=2019&tot=2023&peildatum=2024-02-06T00:00:00Z"));
        assertThat(answer).isEqualTo(mapper.readTree("""
                                {"indicator": "zakkenrollerij", "gebied": "GM0935", "korrel": "jaar",
                                 "peildatum": "2024-02-06T00:00:00Z",
                                 "punten": [
                                   {"periode": "2019", "waarde": 434, "status": "definitief", "circa": false, "herkomst": null},
                                   {"periode": "2020", "waarde": 227, "status": "definitief", "circa": false, "herkomst": null},
                                   {"periode": "2021", "waarde": 195, "status": "definitief", "circa": false, "herkomst": null},
                                   {"periode": "2022", "waarde": 312, "status": "definitief", "circa": false, "herkomst": null},
                                   {"periode": "2023", "waarde": 341, "status": "definitief", "circa": false, "herkomst": null}]}"""));
    }

    @Test
    void anUnknownFigureIsNullWithAStatus() {
        JsonNode answer = read(get("/api/v1/indicatoren/overval-bedrijf/reeks?van=2021&tot=2021"));
        assertThat(answer.get("punten").toString())
                .isEqualTo("[{\"periode\":\"2021\",\"waarde\":null,\"status\":\"onbekend\",\"circa\":false,"
                        + "\"herkomst\":null}]");
    }

    @Test
    void provisionalFiguresKeepTheirValue() {
        warehouse.markProvisional(YearMonth.of(2023, 12));
        JsonNode answer = read(get(SERIES + "?van=2023&tot=2023"));
        assertThat(answer.get("punten").toString())
                .isEqualTo("[{\"periode\":\"2023\",\"waarde\":341,\"status\":\"voorlopig\",\"circa\":false,"
                        + "\"herkomst\":null}]");
    }

    @Test
    void periodsCanBeMonthsAndQuarters() {
        JsonNode months =
                read(get(SERIES + "?korrel=maand&van=2019-01&tot=2023-12")).get("punten");
        assertThat(months.size()).isEqualTo(60);
        assertThat(months.get(0).get("periode").asString()).isEqualTo("2019-01");
        JsonNode quarters =
                read(get(SERIES + "?korrel=kwartaal&van=2019-K2&tot=2020")).get("punten");
        assertThat(quarters.size()).isEqualTo(7);
        assertThat(quarters.get(0).get("periode").asString()).isEqualTo("2019-K2");
    }

    @Test
    void windowsEndInTheMonthsAskedFor() {
        JsonNode sameMonths = read(get(SERIES + "?korrel=jaar-tot-en-met&van=2019&tot=2023-05"));
        assertThat(sameMonths.get("korrel").asString()).isEqualTo("jaar-tot-en-met");
        assertThat(labels(sameMonths)).containsExactly("2019-TM05", "2020-TM05", "2021-TM05", "2022-TM05", "2023-TM05");
        assertThat(labels(read(get(SERIES + "?korrel=jaar-tot-en-met&van=2023-03&tot=2023-05"))))
                .containsExactly("2023-TM03", "2023-TM04", "2023-TM05");
        assertThat(labels(read(get(SERIES + "?korrel=voortschrijdend-jaar&van=2023-11&tot=2023-12"))))
                .containsExactly("2023-11-R12", "2023-12-R12");
        assertThat(labels(read(get(SERIES + "?korrel=voortschrijdend-jaar")))).startsWith("2019-12-R12");
    }

    @Test
    void marksStandBesideTheFigure() {
        warehouse.mark(
                "zakkenrollerij",
                new PointMarks(
                        true,
                        Provenance.PUBLISHED_PERIOD,
                        Optional.of(new Margin(new BigDecimal("7.1"), new BigDecimal("7.5")))));

        assertThat(read(get(SERIES + "?van=2023&tot=2023")).get("punten").get(0))
                .isEqualTo(mapper.readTree("""
                        {"periode": "2023", "waarde": 341, "status": "definitief", "circa": true,
                         "herkomst": "gepubliceerd-periode", "marge": {"ondergrens": 7.1, "bovengrens": 7.5}}"""));
    }

    @Test
    void anIndicatorTellsWhatItCountsAndAimsAt() {
        JsonNode indicator = read(get("/api/v1/indicatoren/woninginbraak"));

        assertThat(indicator.get("eenheid").asString()).isEqualTo("aantal");
        assertThat(indicator.get("maat")).isEqualTo(mapper.readTree("""
                {"soort": "telling", "feit": "politiecijfers.registration", "teller": null, "noemer": null}"""));
        assertThat(indicator.get("doel").get("soort").asString()).isEqualTo("richting");
        assertThat(indicator.get("doel").get("richting").asString()).isEqualTo("omlaag");
        assertThat(indicator.get("afscherming")).isEqualTo(mapper.readTree("{\"onder\": 0, \"uitgezonderd\": []}"));
        assertThat(indicator.get("versies").get(0).get("vanaf").asString()).isEqualTo("2019-01");
        assertThat(indicator.get("versies").get(0).get("totEnMet").isNull()).isTrue();
        assertThat(indicator.get("breuken").isEmpty()).isTrue();
        assertThat(indicator.get("aliassen").isArray()).isTrue();
        assertThat(indicator.get("perInwoners").asBoolean()).isTrue();
    }

    private static List<String> labels(JsonNode series) {
        return series.get("punten")
                .valueStream()
                .map(point -> point.get("periode").asString())
                .toList();
    }

    @Test
    void withoutParametersTheWholeSeriesOfTheMunicipalityIsMeant() {
        JsonNode answer = read(get(SERIES));
        assertThat(answer.get("gebied").asString()).isEqualTo("GM0935");
        assertThat(answer.get("punten").get(0).get("periode").asString()).isEqualTo("2019");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gebied=GM9999",
                "gebied=wyck",
                "korrel=week",
                "van=gisteren",
                "tot=2023-13",
                "van=2023&tot=2019",
                "peildatum=morgen",
                "peildatum=2400-01-01T00:00:00Z",
                "korrel=maand&van=1200&tot=2023",
                "korrel=tijdvak"
            })
    void aWrongQuestionIsAProblemThatSaysWhatToChange(String query) {
        MvcTestResult result = get(SERIES + "?" + query);
        assertThat(result).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = read(result);
        assertThat(problem.get("title").asString()).isEqualTo("Onjuiste vraag");
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/indicatoren/bestaat-niet",
                "/api/v1/indicatoren/HOOFDLETTERS/reeks",
                "/api/v1/iets",
                "/api/v2"
            })
    void whatDoesNotExistIsAProblem(String path) {
        assertThat(get(path))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("API-Version", "1.0.0");
    }

    @Test
    void onlyReadingIsPossible() {
        assertThat(mvc.perform(MockMvcRequestBuilders.request(HttpMethod.POST, SERIES)
                        .header("Authorization", "Bearer " + TestAccounts.ANALYST_TOKEN)))
                .hasStatus(405)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("Allow", "GET");
    }

    @Test
    void withoutTheWarehouseTheAnswerIsToTryAgain() {
        warehouse.goAway();
        assertThat(get(SERIES))
                .hasStatus(503)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("Retry-After", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer onzin", "Basic YW5hbGlzdDp2cm9lZw=="})
    void withoutATokenNothingIsSaid(String authorization) {
        MvcTestResult result = mvc.get()
                .uri(SERIES)
                .headers(headers -> headers.set("Authorization", authorization))
                .exchange();
        assertThat(result)
                .hasStatus(401)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("API-Version", "1.0.0");
        assertThat(result.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    @WithMockUser(roles = "BEHEERDER")
    void theLoginOfTheScreenDoesNotOpenTheInterface() {
        assertThat(mvc.get().uri(SERIES).session(loggedIn()).exchange()).hasStatus(401);
        assertThat(get(SERIES).getRequest().getSession(false)).isNull();
    }

    private static MockHttpSession loggedIn() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, SecurityContextHolder.getContext());
        SecurityContextHolder.clearContext();
        TestSecurityContextHolder.clearContext();
        return session;
    }

    @Test
    void theListHoldsTheWholeCatalogue() {
        JsonNode list = read(get("/api/v1/indicatoren")).get("indicatoren");
        assertThat(list.valueStream().map(one -> one.get("id").asString()))
                .containsExactlyElementsOf(IndicatorCatalogue.load().indicators().stream()
                        .map(indicator -> indicator.id().value())
                        .toList())
                .containsAll(PublishedFigures.COUNTS.keySet());
        assertThat(list.valueStream()).allSatisfy(one -> {
            assertThat(one.get("definitie").asString()).isNotBlank();
            assertThat(one.get("bron").asString()).isNotBlank();
        });
        assertThat(list.valueStream().filter(one -> one.get("id").asString().equals("zakkenrollerij")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("bron").asString()).isEqualTo("politiecijfers");
                    assertThat(one.get("bijzondereJaren").toString()).isEqualTo("[2020,2021]");
                });
    }

    @Test
    void freshnessIsToldPerSource() {
        JsonNode source = read(get("/api/v1/versheid")).get("bronnen").get(0);
        assertThat(source.get("bron").asString()).isEqualTo("politiecijfers");
        assertThat(source.get("bijgewerktTot").asString()).isEqualTo("2026-10-15T06:00:00Z");
    }

    /** The description is open; what it describes is not. Every kind of answer must be as described. */
    @Test
    void theDocumentDescribesTheAnswers() {
        MvcTestResult result = mvc.get().uri("/api/v1/openapi.json").exchange();
        assertThat(result).hasStatusOk().hasHeader("API-Version", "1.0.0");
        JsonNode document = read(result);
        assertThat(document.get("openapi").asString()).startsWith("3.");
        assertDescribed(document, "/api/v1/indicatoren", "/api/v1/indicatoren", 200);
        assertDescribed(document, "/api/v1/indicatoren/{id}", "/api/v1/indicatoren/overval-bedrijf", 200);
        assertDescribed(
                document,
                "/api/v1/indicatoren/{id}/reeks",
                "/api/v1/indicatoren/overval-bedrijf/reeks?korrel=maand",
                200);
        warehouse.mark(
                "overval-bedrijf",
                new PointMarks(
                        true, Provenance.DEMONSTRATION, Optional.of(new Margin(BigDecimal.ONE, BigDecimal.TEN))));
        assertDescribed(
                document,
                "/api/v1/indicatoren/{id}/reeks",
                "/api/v1/indicatoren/overval-bedrijf/reeks?korrel=jaar-tot-en-met",
                200);
        assertDescribed(document, "/api/v1/indicatoren/{id}/reeks", SERIES + "?korrel=week", 400);
        assertDescribed(document, "/api/v1/indicatoren/{id}", "/api/v1/indicatoren/bestaat-niet", 404);
        assertDescribed(document, "/api/v1/versheid", "/api/v1/versheid", 200);
        warehouse.correct(
                "zakkenrollerij", "BU09350006", YearMonth.of(2019, 5), 1, Instant.parse("2024-03-12T09:30:00Z"));
        String revisions = "/api/v1/bijstellingen?van=2024-02-06&tot=2024-04-06";
        assertDescribed(document, "/api/v1/bijstellingen", revisions, 200);
        assertDescribed(document, "/api/v1/bijstellingen", revisions + "&korrel=week", 400);
        warehouse.goAway();
        assertDescribed(document, "/api/v1/versheid", "/api/v1/versheid", 503);
    }

    private void assertDescribed(JsonNode document, String path, String address, int status) {
        MvcTestResult result = get(address);
        assertThat(result).hasStatus(status);
        JsonNode content = document.get("paths")
                .get(path)
                .get("get")
                .get("responses")
                .get(Integer.toString(status))
                .get("content");
        JsonNode described = content.get(status == 200 ? "application/json" : "application/problem+json");
        ObjectNode schema = (ObjectNode) described.get("schema").deepCopy();
        schema.set("components", document.get("components"));
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
        List<Error> errors = validator.validate(body(result), InputFormat.JSON);
        assertThat(errors).as(address).isEmpty();
        assertThat(Stream.of(body(result).split("\"", -1)))
                .as("the answer is not empty")
                .hasSizeGreaterThan(2);
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(URI.create(address))
                .header("Authorization", "Bearer " + TestAccounts.ANALYST_TOKEN)
                .exchange();
    }

    private JsonNode read(MvcTestResult result) {
        return mapper.readTree(body(result));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
