package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import nl.mjpmonitor.dashboard.Caller;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.reports.PublishedWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@DashboardTest
@AutoConfigureMockMvc
class PublicationInterfaceTest {

    private static final String ALL = "/api/v1/publicaties";
    private static final String START = """
        {"rapport": "tussenrapportage", "gebied": "GM0935", "periode": "2023"}\
        """;

    private final Caller caller;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryEditionStore store;

    PublicationInterfaceTest(@Autowired MockMvcTester mvc) {
        caller = new Caller(mvc);
    }

    @BeforeEach
    void fill() {
        store.clear();
        warehouse.clear();
        PublishedWarehouse.fill(warehouse);
    }

    @Test
    void aReportIsMadeApprovedPublishedFetchedAndReproduced() throws Exception {
        String address = ALL + "/" + published();
        JsonNode published = Caller.read(caller.get("driehoek", address));
        assertThat(published.get("status").asString()).isEqualTo("gepubliceerd");
        assertThat(published.get("editie").asInt()).isEqualTo(1);
        assertThat(published.get("details").get("stappen")).hasSize(5);

        JsonNode file = published
                .get("details")
                .get("bestanden")
                .valueStream()
                .filter(one -> one.get("soort").asString().equals("application/pdf"))
                .findFirst()
                .orElseThrow();
        MvcTestResult fetched = caller.get("analist", file.get("adres").asString());
        byte[] bytes = fetched.getResponse().getContentAsByteArray();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(fetched)
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF)
                .hasHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(file.get("sha256").asString());
        assertThat(new String(bytes, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

        JsonNode again = Caller.read(caller.post("analist", address + "/reproductie", "{}"));
        assertThat(again.get("gelijk").asBoolean()).isTrue();
        assertThat(again.get("verschillen")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "raad, 404",
        "gebiedsteam, 404",
        "beheerder, 404",
        "analist, 200",
        "programmamanager, 200",
        "driehoek, 200"
    })
    void onlyWhoMaySeeEveryFigureSeesTheReport(String role, int status) {
        String address = ALL + "/" + published();
        assertThat(caller.get(role, address)).hasStatus(status);
        assertThat(caller.get(role, address + "/bestanden/tussenrapportage-GM0935-2023-editie-1.pdf"))
                .hasStatus(status);
        assertThat(Caller.read(caller.get(role, ALL)).get("publicaties")).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void aDamagedFileIsAFaultOfOursAndIsNotGiven() {
        long id = published();
        String name = "tussenrapportage-GM0935-2023-editie-1.pdf";
        store.damage(new EditionId(id), name);

        assertThat(caller.get("analist", ALL + "/" + id + "/bestanden/" + name))
                .hasStatus(500)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("Bestand niet in orde")
                .contains("Het bestand " + name + " is niet meer zoals het is gepubliceerd. Waarschuw de beheerder.");
        assertThat(caller.get("analist", ALL + "/" + id + "/bestanden/bestaat-niet.pdf"))
                .hasStatus(404)
                .bodyText()
                .contains("Dit bestand bestaat niet.");
    }

    @Test
    void everyRefusalSaysWhatToChange() {
        assertThat(caller.post("raad", ALL, START)).hasStatus(400);
        assertThat(caller.post("driehoek", ALL, START)).hasStatus(403);
        assertThat(caller.post("analist", ALL, START.replace("2023", "gisteren")))
                .hasStatus(400);
        assertThat(caller.post("analist", ALL, START.replace("GM0935", "WK093500")))
                .hasStatus(422);
        assertThat(caller.post("analist", ALL, "geen json")).hasStatus(400);
        long id = Caller.read(caller.post("analist", ALL, START)).get("id").asLong();
        String address = ALL + "/" + id;
        assertThat(caller.ask(
                        HttpMethod.PUT,
                        "analist",
                        address + "/teksten",
                        "{\"versie\": 1, \"teksten\": {\"tekst-duiding\": \"x\", \"tekst-overlast\": \"y\"}}"))
                .hasStatus(422)
                .bodyText()
                .contains("Dit rapport heeft niet: tekst-duiding.")
                .contains("tekst-samenvatting, tekst-ondermijning, tekst-overlast");
        assertThat(caller.post("analist", address + "/stappen/indienen", "{\"versie\": 1}"))
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(caller.post("analist", address + "/stappen/indienen", "{\"versie\": 7}"))
                .hasStatus(409);
        assertThat(caller.post("analist", address + "/stappen/indienen", "{}")).hasStatus(400);
        assertThat(caller.post("analist", address + "/stappen/vaststellen", "{\"versie\": 1}"))
                .hasStatus(403);
        assertThat(caller.post("analist", address + "/stappen/dansen", "{\"versie\": 1}"))
                .hasStatus(404);
        assertThat(caller.get("analist", ALL + "/999999")).hasStatus(404);
    }

    private long published() {
        long id = Caller.read(caller.post("analist", ALL, START)).get("id").asLong();
        String address = ALL + "/" + id;
        assertThat(caller.ask(
                        HttpMethod.PUT,
                        "analist",
                        address + "/teksten",
                        "{\"versie\": 1, \"teksten\": {\"tekst-samenvatting\": \"Een jaar in cijfers.\"}}"))
                .hasStatusOk();
        assertThat(caller.post("analist", address + "/stappen/indienen", "{\"versie\": 2}"))
                .hasStatusOk();
        assertThat(caller.post("driehoek", address + "/stappen/vaststellen", "{\"versie\": 3}"))
                .hasStatusOk();
        assertThat(caller.post("programmamanager", address + "/stappen/publiceren", "{\"versie\": 4}"))
                .hasStatusOk();
        return id;
    }
}
