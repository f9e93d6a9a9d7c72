package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DashboardTest
@AutoConfigureMockMvc
class RevisionInterfaceTest {

    private static final String REVISIONS = "/api/v1/bijstellingen";
    private static final String WINDOW = "?van=2024-02-06T00:00:00Z&tot=2024-04-06T00:00:00Z";
    private static final Instant KNOWN = Instant.parse("2024-03-12T09:30:00Z");

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
        warehouse.correct("zakkenrollerij", "BU09350006", YearMonth.of(2019, 5), 1, KNOWN);
        warehouse.correct("straatroof", "BU09350000", YearMonth.of(2023, 5), 2, KNOWN.plusSeconds(3_600));
    }

    @Test
    void revisionsAreListedNewestFirst() throws Exception {
        JsonNode answer = read(get(WINDOW));

        assertThat(answer.get("gebied").asString()).isEqualTo("GM0935");
        assertThat(answer.get("bijstellingen")).isEqualTo(mapper.readTree("""
                [{"indicator": "straatroof", "soort": "bijgesteld",
                  "toen": {"periode": "2023", "waarde": 26, "status": "definitief", "circa": false, "herkomst": null},
                  "nu": {"periode": "2023", "waarde": 28, "status": "definitief", "circa": false, "herkomst": null},
                  "verschil": 2, "bekendOp": "2024-03-12T10:30:00Z"},
                 {"indicator": "zakkenrollerij", "soort": "bijgesteld",
                  "toen": {"periode": "2019", "waarde": 434, "status": "definitief", "circa": false, "herkomst": null},
                  "nu": {"periode": "2019", "waarde": 435, "status": "definitief", "circa": false, "herkomst": null},
                  "verschil": 1, "bekendOp": "2024-03-12T09:30:00Z"}]"""));
    }

    @Test
    void oneIndicatorAreaAndPeriodCanBeAsked() throws Exception {
        JsonNode answer = read(get(WINDOW
                + "&indicator=zakkenrollerij&gebied=BU09350006&korrel=maand&periodeVan=2019-01&periodeTot=2019-12"));

        assertThat(answer.get("korrel").asString()).isEqualTo("maand");
        assertThat(answer.get("bijstellingen").size()).isEqualTo(1);
        JsonNode revision = answer.get("bijstellingen").get(0);
        assertThat(revision.get("nu").get("periode").asString()).isEqualTo("2019-05");
        assertThat(revision.get("verschil").asLong()).isEqualTo(1);
        assertThat(read(get(WINDOW + "&indicator=woninginbraak"))
                        .get("bijstellingen")
                        .isEmpty())
                .isTrue();
        assertThat(read(get(WINDOW + "&gebied=BU09350001")).get("bijstellingen").isEmpty())
                .isTrue();
    }

    @Test
    void withoutMomentsTheLastMonthIsMeant() throws Exception {
        assertThat(read(get("")).get("bijstellingen").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?van=gisteren",
                "?van=2024-04-06&tot=2024-02-06",
                "?van=2400-01-01",
                "?indicator=bestaat-niet",
                "?gebied=GM9999",
                "?korrel=week",
                "?korrel=jaar-tot-en-met",
                "?periodeVan=2023&periodeTot=2019",
                "?korrel=maand&periodeVan=1990&periodeTot=2023"
            })
    void aWrongQuestionIsAProblemThatSaysWhatToChange(String query) throws Exception {
        MvcTestResult result = get(query);
        assertThat(result).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(read(result).get("detail").asString()).isNotBlank();
    }

    @Test
    void withoutTheWarehouseTheAnswerIsToTryAgain() {
        warehouse.goAway();
        assertThat(get(WINDOW)).hasStatus(503);
    }

    @Test
    void withoutATokenNothingIsSaid() {
        assertThat(mvc.get().uri(REVISIONS + WINDOW).exchange()).hasStatus(401);
    }

    private MvcTestResult get(String query) {
        return mvc.get()
                .uri(REVISIONS + query)
                .header("Authorization", "Bearer " + TestAccounts.ANALYST_TOKEN)
                .exchange();
    }

    private JsonNode read(MvcTestResult result) throws UnsupportedEncodingException {
        return mapper.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
