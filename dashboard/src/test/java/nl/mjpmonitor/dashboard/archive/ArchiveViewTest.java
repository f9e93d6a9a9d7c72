package nl.mjpmonitor.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDestructionStore;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionContent;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(username = "programmamanager", roles = "PROGRAMMAMANAGER")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.archive",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.publications",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class ArchiveViewTest extends SpringBrowserlessTest {

    @Autowired
    private InMemoryEditionStore editions;

    @Autowired
    private InMemoryDestructionStore destructions;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private InMemoryWarehouse warehouse;

    @BeforeEach
    void fill() {
        UI.getCurrent().navigate("login");
        editions.clear();
        destructions.clear();
        warehouse.clear();
    }

    @AfterEach
    void restore() {
        store.become(StoreState.READY);
        UI.getCurrent().navigate("login");
    }

    @Test
    void theListFollowsTheAddressAndChecksAnEdition() {
        EditionId year = published("tussenrapportage", Period.year(2023), "2026-01-05T10:00:00Z");
        published("maandbeeld", Period.month(2022, 5), "2022-06-05T10:00:00Z");
        open(Map.of());
        assertThat(Pages.text(Pages.byTestId("archief-melding"))).isEqualTo("Aantal publicaties: 2.");
        assertThat(Pages.text(Pages.byTestId("tabel-archief"))).contains("tot 5 jun 2032", "blijvend");
        open(Map.of("jaar", "2023"));
        assertThat(Pages.text(Pages.byTestId("archief-melding"))).isEqualTo("Aantal publicaties: 1.");
        assertThat(Pages.text(Pages.byTestId("tabel-archief")))
                .contains("Tussenrapportage")
                .doesNotContain("Maandbeeld");
        click("controleren-" + year);
        assertThat(Pages.text(Pages.byTestId("controle-" + year))).isEqualTo("Ongewijzigd. Aantal bestanden: 1.");
        editions.damage(year, "rapport.pdf");
        click("controleren-" + year);
        assertThat(Pages.text(Pages.byTestId("controle-" + year)))
                .startsWith("Niet meer zoals gepubliceerd: rapport.pdf.");
        click("archief-controleren");
        assertThat(Pages.text(Pages.byTestId("archief-controle"))).contains("rapport.pdf");
        open(Map.of("stand", "concept"));
        assertThat(Pages.text(Pages.byTestId("archief-melding"))).isEqualTo("Aantal publicaties: 0.");
    }

    @Test
    void whatSomebodyElseProposedIsDestroyedAfterASecondClick() {
        EditionId old = published("maandbeeld", Period.month(2015, 5), "2015-06-05T10:00:00Z");
        Destruction proposal = destructions.propose(
                new DestructionProposal(
                        old,
                        Instant.parse("2015-06-05T10:00:00Z"),
                        "19.1.10",
                        LocalDate.of(2025, 6, 5),
                        "",
                        editions.files(old)),
                new Destruction.Act("iemand", Role.PROGRAMMAMANAGER, Instant.parse("2026-01-05T10:00:00Z")));
        open(Map.of());
        click("vernietigen-" + proposal.id());
        assertThat(editions.find(old)).as("one click destroys nothing").isPresent();
        click("vernietigen-zeker-" + proposal.id());
        assertThat(editions.find(old)).isEmpty();
        assertThat(Pages.text(Pages.byTestId("tabel-vernietiging"))).contains("vernietigd, programmamanager");
    }

    @Test
    void whoProposesIsNotOfferedToApprove() {
        EditionId old = published("maandbeeld", Period.month(2015, 5), "2015-06-05T10:00:00Z");
        open(Map.of());
        assertThat(Pages.text(Pages.byTestId("tabel-te-vernietigen"))).contains("19.1.10", "mei 2015");
        click("voorstellen-" + old);
        assertThat(Pages.text(Pages.byTestId("vernietiging-melding"))).isEqualTo("Gelukt.");
        long id = destructions.all().getFirst().id();
        assertThat(Pages.has("vernietigen-" + id)).isFalse();
        assertThat(Pages.has("afwijzen-" + id)).isTrue();
    }

    @Test
    @WithMockUser(username = "raad", roles = "RAAD")
    void theCouncilFindsAndChecksWhatItMaySeeAndNoMore() {
        published("tussenrapportage", Period.year(2023), "2026-01-05T10:00:00Z");
        published("raadsinformatiebrief-bijlage", Period.year(2023), "2026-01-05T10:00:00Z");
        open(Map.of());
        assertThat(Pages.text(Pages.byTestId("archief-melding"))).isEqualTo("Aantal publicaties: 1.");
        assertThat(Pages.has("archief-uitvoer")).isFalse();
        assertThat(Pages.has("vernietiging-melding")).isFalse();
    }

    @Test
    void withoutTheStoreThePageSaysSo() {
        store.become(StoreState.AWAY);
        open(Map.of());
        assertThat(Pages.text(Pages.byTestId("archief-melding"))).startsWith("De publicaties zijn nu niet op te halen");
    }

    private static void open(Map<String, String> choice) {
        UI.getCurrent().navigate("publicaties/archief", QueryParameters.simple(choice));
    }

    private EditionId published(String report, Period period, String at) {
        Instant moment = Instant.parse(at);
        EditionContent content = new EditionContent(moment, Map.of(), Optional.empty());
        Edition started = editions.add(
                new EditionSubject(new ReportId(report), new AreaCode("GM0935"), period),
                Optional.empty(),
                "",
                content,
                new EditionAct(1, EditionState.CONCEPT, "maker", Role.ANALIST, moment));
        return editions.publish(
                        started.id(),
                        1,
                        content,
                        new EditionAct(2, EditionState.GEPUBLICEERD, "approver", Role.DRIEHOEK, moment),
                        List.of(EditionBytes.of("rapport.pdf", "application/pdf", new byte[] {1, 2, 3})))
                .id();
    }

    private void click(String testId) {
        test((Button) Pages.byTestId(testId)).click();
    }
}
