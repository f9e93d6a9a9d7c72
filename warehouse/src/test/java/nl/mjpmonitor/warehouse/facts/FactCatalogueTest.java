package nl.mjpmonitor.warehouse.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts that are packaged, and every kind of mistake in them. */
class FactCatalogueTest {

    private static final String ONDERSCHAT = "catalogue/facts/onderschat.yaml";
    private static final String POLICE = "catalogue/facts/politiecijfers.yaml";

    private final FactCatalogue catalogue = FactCatalogue.load();

    @Test
    void readsEveryFieldOfAFact() {
        Fact fact = fact("onderschat.conversation");

        assertThat(fact.table()).isEqualTo("conversation_count");
        assertThat(fact.counts()).isEqualTo("gesprek");
        assertThat(fact.name().en()).isEqualTo("Conversation with a resident");
        assertThat(fact.date()).isEqualTo("action_on");
        assertThat(fact.area()).contains("buurt_code");
        assertThat(fact.where())
                .containsExactly(
                        new Condition("is_withdrawn", List.of("false")),
                        new Condition("audience", List.of("residents")));
        assertThat(fact.amount()).contains("conversation_count");
        assertThat(fact.approximate()).containsExactly(new Condition("is_approximate", List.of("true")));
        assertThat(fact.register()).contains("conversation");
        assertThat(fact.coverage()).isEqualTo(Coverage.REGISTERS);
        assertThat(fact.streamed()).isEmpty();
    }

    @Test
    void readsWhatOnlySomeFactsHave() {
        assertThat(fact("ondermijning.case-step").leadTimes())
                .containsExactly(new LeadTime("lead-time", "entered_on", "left_on"));
        assertThat(fact("ondermijning.location-check").identities()).containsExactly("location_number", "case_number");
        assertThat(fact("opendata.neighbourhood-safety-mark").margin())
                .contains(new MarginColumns("lower_bound", "upper_bound"));
        assertThat(fact("opendata.neighbourhood-safety-mark").approximate())
                .containsExactly(new Condition("qualifier", List.of("at_least", "at_most", "about")));
        assertThat(fact("opendata.population").addsUpOverAreas()).isTrue();
        assertThat(fact("ondermijning.workshop").area()).isEmpty();
    }

    @Test
    void namesTheMeasuresOfTheStreamByACategory() {
        Fact fact = fact("politiecijfers.registration");

        assertThat(fact.coverage()).isEqualTo(Coverage.DELIVERIES);
        assertThat(fact.streamed().orElseThrow().of("A40")).isEqualTo("politie.A40");
        assertThat(fact.category("police_class").orElseThrow().values())
                .contains("A40", "B73")
                .hasSizeGreaterThan(200);
    }

    @Test
    void knowsTheRegistersThatFactsAndSystemsName() {
        assertThat(catalogue.registers("ondermijning")).contains("lwo", "mot", "riec", "location_check");
        assertThat(catalogue.registers("onbekend")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ondermijning", "ondermijning.", ".case-step", "Ondermijning.case", "ondermijning.case_step"
            })
    void needsASystemAndANameInAnId(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> FactId.parse(id));
    }

    @Test
    void tellsAFactThatExistsTwice() {
        assertThat(problemsAfter(ONDERSCHAT, "id: passed-signal", "id: action-day"))
                .containsExactly(ONDERSCHAT + ":34: fact onderschat.action-day exists already; give it another id");
    }

    @Test
    void tellsAFileThatIsNotNamedAfterItsSystem() {
        assertThat(problemsAfter(ONDERSCHAT, "system: onderschat", "system: overschat"))
                .containsExactly(ONDERSCHAT + ":3: the file is not named after its system; name it overschat.yaml");
    }

    @Test
    void tellsACodeListThatIsNotThere() {
        assertThat(problemsAfter(POLICE, "police-classes.csv", "police-kinds.csv"))
                .contains(POLICE + ":14: the catalogue has no code list police-kinds.csv; add it or write the values");
    }

    @Test
    void tellsAMeasureThatIsNamedByNoCategory() {
        assertThat(problemsAfter(POLICE, "{police_class}", "{kind}"))
                .containsExactly(
                        POLICE + ":15: the measure is named by kind, which is no category; add it to categories");
    }

    @Test
    void tellsAMissingTranslation() {
        assertThat(problemsAfter(ONDERSCHAT, ", en: \"Action day held\"", ""))
                .containsExactly(ONDERSCHAT + ":8: facts.0.name lacks en; add it");
    }

    @Test
    void tellsAnUnknownKey() {
        assertThat(problemsAfter(ONDERSCHAT, "date: passed_on", "datum: passed_on"))
                .containsExactlyInAnyOrder(
                        ONDERSCHAT + ":38: facts.3 has an unknown key datum; remove it or correct its spelling",
                        ONDERSCHAT + ":34: facts.3 lacks date; add it");
    }

    private Fact fact(String id) {
        return catalogue.find(FactId.parse(id)).orElseThrow();
    }

    private static List<String> problemsAfter(String path, String from, String to) {
        List<PackagedFile> files = new ArrayList<>(PackagedFiles.below("catalogue"));
        assertThat(PackagedFiles.read(path).text()).contains(from);
        files.replaceAll(file ->
                file.path().equals(path) ? new PackagedFile(path, file.text().replace(from, to)) : file);
        return catchThrowableOfType(CatalogueException.class, () -> FactCatalogue.read(new CatalogueFiles(files)))
                .problems();
    }
}
