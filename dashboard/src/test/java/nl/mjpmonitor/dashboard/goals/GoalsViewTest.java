package nl.mjpmonitor.dashboard.goals;

import static nl.mjpmonitor.dashboard.Pages.byTestId;
import static nl.mjpmonitor.dashboard.Pages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.figures.TargetMark;
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
            "nl.mjpmonitor.dashboard.goals",
            "nl.mjpmonitor.dashboard.overview",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class GoalsViewTest extends SpringBrowserlessTest {

    private static final String TRAINING = "up24-cter-trainingen";

    @Autowired
    private InMemoryWarehouse warehouse;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        warehouse.cover(YearMonth.of(2019, 1), YearMonth.of(2025, 12));
        warehouse.heardFrom("politiecijfers", Instant.now());
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void withoutAChoiceTheProgrammeOfNowIsShown() {
        open(Map.of());

        assertThat(Pages.has("ambitie-overlast")).isTrue();
        assertThat(Pages.has(TRAINING)).isFalse();
    }

    @Test
    void anActionTellsWhatWhoWhenAndHowItStands() {
        open(Map.of("document", "uitvoeringsplan-2024"));

        assertThat(text(byTestId(TRAINING)))
                .contains("Eind 2024 in Limburg ten minste 20 CTER-trainingen")
                .contains("Wie: Zorg- en Veiligheidshuis Maastricht-Heuvelland")
                .contains("Klaar in: december 2024")
                .contains("over tijd");
    }

    @Test
    void aNormThatIsReachedIsMetWithItsReason() {
        warehouse.add("cter-trainingen", "BU09359999", YearMonth.of(2024, 5), 21);
        warehouse.add("cter-deelnemers", "BU09359999", YearMonth.of(2024, 5), 260);
        open(Map.of("document", "uitvoeringsplan-2024"));

        assertThat(text(byTestId(TRAINING + "-stand"))).isEqualTo("doel gehaald");
        assertThat(text(byTestId(TRAINING))).contains("2024: 21. Afgesproken is ten minste 20.");
    }

    @Test
    void figuresThatDifferAreMixedAndCounted() {
        warehouse.add("cter-trainingen", "BU09359999", YearMonth.of(2024, 5), 21);
        warehouse.add("cter-deelnemers", "BU09359999", YearMonth.of(2024, 5), 240);
        open(Map.of("document", "uitvoeringsplan-2024"));

        assertThat(text(byTestId(TRAINING + "-stand"))).isEqualTo("doel deels gehaald");
        assertThat(text(byTestId(TRAINING))).contains("Van de 2 cijfers: doel gehaald bij 1, doel niet gehaald bij 1.");
    }

    @Test
    void anUnknownFigureDecidesNothing() {
        warehouse.clear();
        open(Map.of("document", "uitvoeringsplan-2024"));

        assertThat(text(byTestId(TRAINING + "-stand"))).isEqualTo("doel nog niet te beoordelen");
        assertThat(text(byTestId(TRAINING))).contains("Het cijfer van 2024 is niet bekend.");
    }

    @Test
    void everyLightHasAnIconAndWords() {
        open(Map.of("document", "uitvoeringsplan-2024"));

        assertThat(Pages.components().stream()
                        .filter(TargetMark.class::isInstance)
                        .filter(Component::isVisible))
                .isNotEmpty()
                .allSatisfy(mark -> {
                    assertThat(text(mark)).isNotBlank();
                    assertThat(mark.getElement().getChild(0).getAttribute("aria-hidden"))
                            .isEqualTo("true");
                });
    }

    @Test
    void theThemeStandsInTheAddress() {
        open(Map.of("document", "uitvoeringsplan-2024", "thema", "overlast"));

        assertThat(themes()).containsExactly("Veiligheidsgerelateerde overlast");
        assertThat(Pages.has(TRAINING)).isFalse();
    }

    @Test
    void anUnknownDocumentOrThemeIsSaid() {
        open(Map.of("document", "uitvoeringsplan-1999"));
        assertThat(unknownChoice()).startsWith("Het document in het adres bestaat niet.");
        open(Map.of("document", "uitvoeringsplan-2024", "thema", "zoiets"));

        assertThat(unknownChoice()).startsWith("Het thema in het adres staat niet in");
        assertThat(themes()).hasSizeGreaterThan(3);
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilReadsTheGoalsWithoutTheFiguresThatAreNotPublic() {
        open(Map.of("document", "uitvoeringsplan-2024", "thema", "overlast"));

        assertThat(text(byTestId("up24-onderzoek-onbegrepen-gedrag")))
                .contains("onbegrepen gedrag")
                .doesNotContain("Politie-inzet bij verward");
    }

    @Test
    void thePageIsOneQuestion() {
        long before = warehouse.questions();
        open(Map.of("document", "uitvoeringsplan-2024"));

        assertThat(warehouse.questions() - before).isOne();
    }

    @Test
    void theGoalsCanBeReadWhenTheWarehouseIsAway() {
        warehouse.goAway();
        open(Map.of("document", "uitvoeringsplan-2024", "thema", "zorg-en-veiligheid"));

        assertThat(text(byTestId("melding"))).isNotEmpty();
        assertThat(text(byTestId(TRAINING))).contains("CTER-trainingen");
    }

    @Test
    void whereItWasPublishedIsOneClickAway() {
        open(Map.of("document", "uitvoeringsplan-2024"));
        Pages.unfold();

        assertThat(text(byTestId(TRAINING)))
                .contains("Waar dit staat")
                .contains("minimaal 250 deelnemers")
                .contains("Uitvoeringsplan Veiligheid 2024, 4.1.2");
    }

    private static String unknownChoice() {
        return Pages.components().stream()
                .filter(component -> component.getElement().getClassList().contains("unknown-choice"))
                .filter(Component::isVisible)
                .map(Pages::text)
                .findFirst()
                .orElse("");
    }

    private static List<String> themes() {
        return Pages.components().stream()
                .filter(H2.class::isInstance)
                .map(Pages::text)
                .toList();
    }

    private static void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("doelen", QueryParameters.simple(parameters));
    }
}
