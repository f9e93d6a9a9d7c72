package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.mjpmonitor.dashboard.Caller;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDestructionStore;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionContent;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@DashboardTest
@AutoConfigureMockMvc
class ArchiveInterfaceTest {

    private static final String ALL = "/api/v1/archief";

    private final Caller caller;

    @Autowired
    private InMemoryEditionStore editions;

    @Autowired
    private InMemoryDestructionStore destructions;

    ArchiveInterfaceTest(@Autowired MockMvcTester mvc) {
        caller = new Caller(mvc);
    }

    @BeforeEach
    void empty() {
        editions.clear();
        destructions.clear();
    }

    @Test
    void anEditionIsFoundCheckedDescribedAndTakenAlong() throws Exception {
        EditionId year = published("tussenrapportage", Period.year(2023), "2026-01-05T10:00:00Z");
        published("maandbeeld", Period.month(2022, 5), "2022-06-05T10:00:00Z");
        JsonNode found = Caller.read(caller.get("analist", ALL + "?jaar=2023&zoek=tussenrapportage"))
                .get("uitgaven");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("categorie").asString()).isEqualTo("4.1.1");
        assertThat(found.get(0).get("bewarenTot").isNull()).isTrue();
        assertThat(Caller.read(caller.get("analist", ALL))
                        .get("uitgaven")
                        .get(0)
                        .get("bewarenTot")
                        .asString())
                .isEqualTo("2032-06-05");

        JsonNode check = Caller.read(caller.ask(HttpMethod.POST, "analist", ALL + "/" + year + "/controle", ""));
        assertThat(check.get("ongewijzigd").asBoolean()).isTrue();
        editions.damage(year, "rapport.pdf");
        assertThat(Caller.read(caller.ask(HttpMethod.POST, "analist", ALL + "/" + year + "/controle", ""))
                        .get("ongewijzigd")
                        .asBoolean())
                .isFalse();

        MvcTestResult described = caller.get("analist", ALL + "/" + year + "/metagegevens");
        assertThat(described).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_XML);
        assertThat(described.getResponse().getContentAsString()).contains("<informatieobject>");
        assertThat(caller.get("analist", ALL + "/" + year + "/bestanden/rapport.pdf/metagegevens")
                        .getResponse()
                        .getContentAsString())
                .contains("<bestand>");
        assertThat(caller.get("analist", ALL + "/" + year + "/bestanden/anders.pdf/metagegevens"))
                .hasStatus(404);

        MvcTestResult whole = caller.get("analist", ALL + "/uitvoer");
        assertThat(whole).hasStatusOk();
        assertThat(whole.getResponse().getContentType()).isEqualTo("application/zip");
        assertThat(names(whole.getResponse().getContentAsByteArray()))
                .anyMatch(name -> name.endsWith("/manifest-sha256.txt"))
                .anyMatch(name -> name.endsWith("rapport.pdf.bestand.mdto.xml"));
    }

    @Test
    void destructionTakesTwoPeople() {
        EditionId old = published("maandbeeld", Period.month(2015, 5), "2015-06-05T10:00:00Z");
        EditionId young = published("maandbeeld", Period.month(2025, 5), "2025-06-05T10:00:00Z");
        String proposals = ALL + "/vernietigingen";
        assertThat(caller.post("analist", proposals, "{\"publicatie\": " + old + "}"))
                .hasStatus(403);
        assertThat(caller.post("programmamanager", proposals, "{}")).hasStatus(400);
        assertThat(caller.post("programmamanager", proposals, "{\"publicatie\": " + young + "}"))
                .hasStatus(422);
        MvcTestResult proposed = caller.post("programmamanager", proposals, "{\"publicatie\": " + old + "}");
        assertThat(proposed).hasStatus(201);
        String decision = proposals + "/" + Caller.read(proposed).get("id").asLong() + "/besluit";
        assertThat(caller.post("programmamanager", decision, "{\"akkoord\": true}"))
                .hasStatus(422);
        assertThat(caller.post("driehoek", decision, "{}")).hasStatus(400);
        assertThat(Caller.read(caller.post("driehoek", decision, "{\"akkoord\": true}"))
                        .get("status")
                        .asString())
                .isEqualTo("vernietigd");
        assertThat(caller.post("driehoek", decision, "{\"akkoord\": true}")).hasStatus(422);
        assertThat(editions.find(old)).isEmpty();
        assertThat(Caller.read(caller.get("driehoek", proposals))
                        .get("vernietigingen")
                        .get(0)
                        .get("sha256"))
                .hasSize(1);
    }

    @Test
    void whoMayNotSeeAnEditionIsToldNothing() {
        EditionId secret = published("tussenrapportage", Period.year(2023), "2026-01-05T10:00:00Z");
        assertThat(Caller.read(caller.get("raad", ALL)).get("uitgaven")).isEmpty();
        assertThat(caller.get("raad", ALL + "/" + secret + "/metagegevens")).hasStatus(404);
        assertThat(caller.ask(HttpMethod.POST, "raad", ALL + "/" + secret + "/controle", ""))
                .hasStatus(404);
        assertThat(caller.get("raad", ALL + "/uitvoer")).hasStatus(403);
        assertThat(caller.get("raad", ALL + "/vernietigingen")).hasStatus(403);
        assertThat(caller.get("analist", ALL + "?status=weg")).hasStatus(400);
        assertThat(caller.get("analist", ALL + "?jaar=23")).hasStatus(400);
    }

    private EditionId published(String report, Period period, String at) {
        Instant moment = Instant.parse(at);
        EditionContent content = new EditionContent(moment, Map.of(), Optional.empty());
        EditionId id = editions.add(
                        new EditionSubject(new ReportId(report), new AreaCode("GM0935"), period),
                        Optional.empty(),
                        "",
                        content,
                        new EditionAct(1, EditionState.CONCEPT, "maker", Role.ANALIST, moment))
                .id();
        return editions.publish(
                        id,
                        1,
                        content,
                        new EditionAct(2, EditionState.GEPUBLICEERD, "approver", Role.DRIEHOEK, moment),
                        List.of(EditionBytes.of("rapport.pdf", "application/pdf", new byte[] {1, 2, 3})))
                .id();
    }

    private static Set<String> names(byte[] zip) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
