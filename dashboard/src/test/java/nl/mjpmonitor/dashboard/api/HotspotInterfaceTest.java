package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDetections;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotCasework;
import nl.mjpmonitor.warehouse.hotspots.HotspotReason;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.hotspots.NuisanceCategory;
import org.junit.jupiter.api.AfterEach;
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
class HotspotInterfaceTest {

    private static final String CENTRE = "BU09350000";
    private static final String ELSEWHERE = "BU09350600";

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemoryDetections detections;

    @BeforeEach
    void fill() {
        detections.hold(
                List.of(
                        hotspot(
                                "hs-1",
                                CENTRE,
                                HotspotState.OPEN,
                                HotspotReason.OPENED,
                                Optional.of(new HotspotCasework(
                                        "plan", Optional.of("veiligheid"), Optional.of("oov"), "public_space"))),
                        hotspot("hs-2", ELSEWHERE, HotspotState.COOLING, HotspotReason.COOLED, Optional.empty())),
                List.of());
    }

    @AfterEach
    void forget() {
        detections.hold(List.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"analist", "programmamanager", "driehoek"})
    void whoMaySeeInternalFiguresSeesAllOfThemWithTheReason(String role) throws Exception {
        JsonNode answer = read(get("", role));

        assertThat(answer.get("gebied").asString()).isEqualTo("GM0935");
        assertThat(answer.get("hotspots").get(0)).isEqualTo(mapper.readTree("""
                {"id": "hs-1", "gebied": "BU09350000", "soort": "beide", "toestand": "open", "sinds": "2026-11-03",
                 "meldingen": 6, "dagen": 4, "venster": 28, "geopendOp": "2026-11-03", "keren": 1,
                 "sluitOp": "2026-12-29",
                 "waarom": "Op 3 november 2026 werd deze plek een mogelijke hotspot: 6 meldingen over overlast van personen en drugs in 28 dagen, op 4 dagen.",
                 "aanpak": {"status": "plan-van-aanpak", "uitkomst": "veiligheid", "regie": "oov", "oorsprong": "openbare-ruimte"},
                 "bekendOp": "2026-11-21T08:00:00Z"}"""));
        assertThat(answer.get("hotspots").get(1).get("toestand").asString()).isEqualTo("koelt-af");
        assertThat(answer.get("hotspots").get(1).get("aanpak").isNull()).isTrue();
    }

    @Test
    void anAreaHasThoseThatLieInIt() throws Exception {
        assertThat(ids(get("?gebied=" + ELSEWHERE, "analist"))).containsExactly("hs-2");
        assertThat(ids(get("?gebied=WK093500", "analist"))).containsExactly("hs-1");
    }

    @Test
    void anAreaTeamSeesThoseInItsOwnAreasOnly() throws Exception {
        assertThat(ids(get("", "gebiedsteam"))).containsExactly("hs-1");
        assertThat(get("?gebied=" + ELSEWHERE, "gebiedsteam")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raad", "beheerder"})
    void whoMaySeePublishedFiguresOnlyIsRefused(String role) throws Exception {
        MvcTestResult result = get("", role);

        assertThat(result).hasStatus(403).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("hs-");
    }

    @Test
    void anUnknownAreaIsAProblem() {
        assertThat(get("?gebied=GM9999", "analist")).hasStatus(400);
    }

    @Test
    void withoutTheWarehouseTheAnswerIsToTryAgain() {
        detections.goAway();

        assertThat(get("", "analist")).hasStatus(503);
    }

    @Test
    void withoutATokenNothingIsSaid() {
        assertThat(mvc.get().uri("/api/v1/hotspots").exchange()).hasStatus(401);
    }

    private static Hotspot hotspot(
            String id, String area, HotspotState state, HotspotReason reason, Optional<HotspotCasework> casework) {
        return new Hotspot(
                id,
                new AreaCode(area),
                NuisanceCategory.BOTH,
                state,
                LocalDate.of(2026, 11, 3),
                reason,
                6,
                4,
                28,
                LocalDate.of(2026, 11, 3),
                1,
                Optional.of(LocalDate.of(2026, 12, 29)),
                casework,
                Instant.parse("2026-11-21T08:00:00Z"));
    }

    private List<String> ids(MvcTestResult result) throws UnsupportedEncodingException {
        return read(result)
                .get("hotspots")
                .valueStream()
                .map(hotspot -> hotspot.get("id").asString())
                .toList();
    }

    private MvcTestResult get(String query, String role) {
        return mvc.get()
                .uri("/api/v1/hotspots" + query)
                .header("Authorization", "Bearer " + TestAccounts.token(role))
                .exchange();
    }

    private JsonNode read(MvcTestResult result) throws UnsupportedEncodingException {
        return mapper.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
