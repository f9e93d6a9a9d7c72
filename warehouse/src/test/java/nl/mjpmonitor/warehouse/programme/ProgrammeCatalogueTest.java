package nl.mjpmonitor.warehouse.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;

/** What the programme wants, as packaged, and every kind of mistake in it. */
class ProgrammeCatalogueTest {

    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.load();
    private static final String MJP = "catalogue/programme/mjp-2023-2026.yaml";
    private static final Set<String> THEMES_WITHOUT_INDICATORS = Set.of("informatiegestuurd", "programma");

    private final ProgrammeCatalogue programme = ProgrammeCatalogue.load(INDICATORS);

    @Test
    void holdsTheDocumentsByThePeriodTheyHoldFor() {
        assertThat(programme.programmes())
                .extracting(Programme::id)
                .containsExactly(
                        "mjp-2023-2026",
                        "veiligheidsanalyse-2022",
                        "uitvoeringsplan-2024",
                        "uitvoeringsplan-2025-2026");
    }

    @Test
    void readsADocument() {
        Programme mjp = programme.findProgramme("mjp-2023-2026").orElseThrow();

        assertThat(mjp.adoption().on()).hasValue(LocalDate.of(2023, 1, 31));
        assertThat(mjp.adoption().by()).isEqualTo("Gemeenteraad");
        assertThat(mjp.from()).isEqualTo(YearMonth.of(2023, 1));
        assertThat(mjp.to()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(mjp.ambitions()).hasSize(13);
    }

    @Test
    void readsAnAction() {
        assertThat(programme.find("up24-lerend-netwerk-reintegratie"))
                .hasValueSatisfying(entry -> assertThat(entry).isInstanceOfSatisfying(ProgrammeAction.class, action -> {
                    assertThat(action.due()).hasValue(YearMonth.of(2024, 4));
                    assertThat(action.state()).isEqualTo(ProgrammeAction.State.PLANNED);
                    assertThat(action.passage().document()).isEqualTo("Uitvoeringsplan Veiligheid 2024");
                    assertThat(action.indicators()).containsExactly(new IndicatorId("detentie-pga"));
                }));
        assertThat(programme.find("niets")).isEmpty();
    }

    @Test
    void knowsWhatAnIndicatorIsAbout() {
        assertThat(programme.about(new IndicatorId("hic-totaal")))
                .extracting(ProgrammeEntry::id)
                .contains("ambitie-vvc-hic", "succes-dalende-trend", "up24-criminaliteitstrends");
    }

    @Test
    void quotesADocumentForEveryEntry() {
        assertThat(entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.passage().quote()).isNotBlank();
            assertThat(entry.text().nl()).isNotEqualTo(entry.text().en());
        });
    }

    @Test
    void usesThemesThatReadersKnow() {
        Set<String> known = Stream.concat(
                        INDICATORS.themes().stream().map(IndicatorTheme::id), THEMES_WITHOUT_INDICATORS.stream())
                .collect(Collectors.toSet());

        assertThat(entries().map(ProgrammeEntry::theme)).isSubsetOf(known);
    }

    @Test
    void refusesAnUnknownIndicator() {
        assertThat(problemsAfter("[rapportcijfer-veiligheid, weleens-onveilig,", "[rapportcijfer, weleens-onveilig,"))
                .allSatisfy(problem -> assertThat(problem)
                        .matches(MJP + ":\\d+: there is no indicator rapportcijfer; add it or correct its spelling"))
                .isNotEmpty();
    }

    @Test
    void refusesAnUnknownAmbition() {
        assertThat(problemsAfter("ambitions: [ambitie-vvc-hic]", "ambitions: [ambitie-vvc]"))
                .allSatisfy(problem -> assertThat(problem)
                        .matches(MJP + ":\\d+: there is no ambition ambitie-vvc; add it or correct its spelling"))
                .isNotEmpty();
    }

    @Test
    void refusesAnIdThatIsUsedTwice() {
        assertThat(problemsAfter("- id: ambitie-overlast\n", "- id: ambitie-woonoverlast\n"))
                .anySatisfy(problem -> assertThat(problem)
                        .matches(
                                MJP + ":\\d+: id ambitie-woonoverlast is used by " + MJP + " already; choose another"));
    }

    @Test
    void refusesAPersonAsOwner() {
        assertThat(problemsAfter("owner: Gemeenteraad", "owner: J. Jansen"))
                .singleElement()
                .asString()
                .startsWith(MJP)
                .contains("is not a known word; choose one of Gemeenteraad, College");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        assertThat(problemsAfter("to: 2026-12\n", "to: 2022-12\n"))
                .containsExactly(MJP + ":8: it ends before it begins; correct one of the months");
    }

    @Test
    void refusesADayThatIsNone() {
        assertThat(problemsAfter("on: 2023-01-31", "on: 2023-02-31"))
                .containsExactly(MJP + ":10: 2023-02-31 is no day of the calendar; correct it");
    }

    @Test
    void refusesAFileThatIsNotNamedAfterItsId() {
        assertThat(problemsAfter("id: mjp-2023-2026\n", "id: mjp\n"))
                .containsExactly(MJP + ":2: the file is not named after its id; name it mjp.yaml");
    }

    @Test
    void refusesAMissingQuote() {
        assertThat(problemsAfter(
                        "    quote: \"De Veiligheidsmonitor is hierbij naast feedback van inwoners richtinggevend\"\n",
                        ""))
                .singleElement()
                .asString()
                .startsWith(MJP)
                .endsWith(" lacks quote; add it");
    }

    private Stream<ProgrammeEntry> entries() {
        return programme.programmes().stream().flatMap(Programme::entries);
    }

    private static List<String> problemsAfter(String from, String to) {
        List<PackagedFile> files = new ArrayList<>(PackagedFiles.below("catalogue"));
        assertThat(PackagedFiles.read(MJP).text()).contains(from);
        files.replaceAll(file ->
                file.path().equals(MJP) ? new PackagedFile(MJP, file.text().replace(from, to)) : file);
        return catchThrowableOfType(
                        CatalogueException.class, () -> ProgrammeReader.read(new CatalogueFiles(files), INDICATORS))
                .problems();
    }
}
