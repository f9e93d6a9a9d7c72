package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemorySignalStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DashboardTest
@AutoConfigureMockMvc
class SignalInterfaceTest {

    private static final String SIGNALS = "/api/v1/signalen";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemorySignalStore acts;

    @Autowired
    private InMemoryStore store;

    private Signal month;
    private Signal series;

    @BeforeEach
    void fill() {
        store.become(StoreState.READY);
        signals.clear();
        acts.clear();
        month = signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, "woninginbraak", "GM0935", yesterday);
        series = signals.open(SignalRule.BURGLARY_SERIES, "woninginbraak", "BU09350000", yesterday.plusSeconds(1));
    }

    @Test
    void aSignalAnswersAsDesigned() {
        assertThat(read(get(SIGNALS + "?gebied=GM0935", "analist")))
                .isEqualTo(mapper.readTree("""
                {"signalen": [{"id": "%s", "regel": "maand-buiten-grenzen", "onderwerp": "woninginbraak",
                  "gebied": "GM0935", "periode": null, "toestand": "nieuw",
                  "zin": "Zin over woninginbraak in GM0935.", "cijfers": {"aantal": "41"},
                  "geopendOp": "%s", "voorbijOp": null, "versie": 0, "handelingen": []}]}""".formatted(month.id(), yesterday)));
    }

    @Test
    void theStateCanBeAskedFor() {
        act(month, "gesloten", "{\"versie\": 0, \"reden\": \"Klaar\"}", "analist");

        assertThat(ids(SIGNALS + "?toestand=open")).containsExactly(series.id().value());
        assertThat(ids(SIGNALS + "?toestand=gesloten"))
                .containsExactly(month.id().value());
        assertThat(ids(SIGNALS + "?toestand=voorbij")).isEmpty();
        assertThat(get(SIGNALS + "?toestand=half", "analist")).hasStatus(400);
        assertThat(get(SIGNALS + "?gebied=GM9999", "analist")).hasStatus(400);
    }

    @Test
    void aSignalGoesThroughItsLife() {
        assertThat(act(month, "gezien", "{\"versie\": 0}", "analist")).hasStatusOk();
        JsonNode explained = read(act(month, "toelichting", "{\"versie\": 1, \"tekst\": \"Eén dader.\"}", "analist"));
        assertThat(explained.get("toestand").asString()).isEqualTo("toegelicht");
        assertThat(explained.get("versie").intValue()).isEqualTo(2);
        assertThat(explained.get("handelingen").get(1).get("tekst").asString()).isEqualTo("Eén dader.");
        assertThat(explained.get("handelingen").get(1).get("rol").asString()).isEqualTo("analist");
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsAConflict() {
        act(month, "gezien", "{\"versie\": 0}", "programmamanager");

        assertThat(act(month, "gesloten", "{\"versie\": 0, \"reden\": \"Klaar\"}", "analist"))
                .hasStatus(409)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gezien      | {}                              | 400",
                "gezien      | geen json                       | 400",
                "toelichting | {\"versie\": 0}                 | 400",
                "gesloten    | {\"versie\": 0, \"reden\": \" \"} | 400",
                "gesloten    | {\"versie\": 9, \"reden\": \"x\"} | 409",
                "verwijderd  | {\"versie\": 0}                 | 405"
            })
    void aWrongActIsAProblem(String what, String body, int status) {
        assertThat(act(month, what, body, "analist"))
                .hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "raad,             1, 403",
        "gebiedsteam,      2, 403",
        "analist,          2, 200",
        "programmamanager, 2, 200",
        "driehoek,         2, 403",
        "beheerder,        1, 403"
    })
    void everyRoleReadsAndClosesWhatItMay(String role, int many, int closing) {
        assertThat(read(get(SIGNALS, role)).get("signalen").size()).isEqualTo(many);
        assertThat(act(series, "gesloten", "{\"versie\": 0, \"reden\": \"Klaar\"}", role))
                .hasStatus(closing);
    }

    @Test
    void anUnknownSignalIsNotFound() {
        assertThat(post(SIGNALS + "/00000000-0000-0000-0000-000000000000/gezien", "{\"versie\": 0}", "analist"))
                .hasStatus(404);
        assertThat(post(SIGNALS + "/iets/gezien", "{\"versie\": 0}", "analist")).hasStatus(404);
    }

    @Test
    void withoutAnAccountNothingIsTold() {
        assertThat(mvc.get().uri(URI.create(SIGNALS)).exchange()).hasStatus(401);
    }

    @Test
    void withoutTheStoreOrTheWarehouseTheAnswerIsToTryAgain() {
        store.become(StoreState.AWAY);
        assertThat(get(SIGNALS, "analist")).hasStatus(503).hasHeader("Retry-After", "5");
        store.become(StoreState.READY);
        signals.goAway();
        assertThat(get(SIGNALS, "analist")).hasStatus(503).hasHeader("Retry-After", "5");
    }

    private List<String> ids(String address) {
        return read(get(address, "analist"))
                .get("signalen")
                .valueStream()
                .map(signal -> signal.get("id").asString())
                .toList();
    }

    private MvcTestResult get(String address, String role) {
        return mvc.get()
                .uri(URI.create(address))
                .header("Authorization", "Bearer " + TestAccounts.token(role))
                .exchange();
    }

    private MvcTestResult act(Signal signal, String what, String body, String role) {
        return post(SIGNALS + "/" + signal.id() + "/" + what, body, role);
    }

    private MvcTestResult post(String address, String body, String role) {
        return mvc.post()
                .uri(URI.create(address))
                .header("Authorization", "Bearer " + TestAccounts.token(role))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode read(MvcTestResult result) {
        return mapper.readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
