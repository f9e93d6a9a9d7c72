package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;

/** Every kind of mistake in the catalogue, each made in one of the packaged files. */
class CatalogueReaderTest {

    private static final String PICKPOCKETING = "catalogue/criminaliteit/zakkenrollerij.yaml";
    private static final String THEME = "catalogue/criminaliteit/theme.yaml";

    @Test
    void readsWhatIsPackaged() {
        assertThat(CatalogueReader.read(PackagedFiles.below("catalogue")).indicators())
                .hasSizeGreaterThan(200);
    }

    @Test
    void tellsAnIdThatIsUsedTwice() {
        List<PackagedFile> files = packaged();
        files.add(new PackagedFile(
                "catalogue/drugs/theme.yaml",
                text(THEME)
                        .replace("id: criminaliteit", "id: drugs")
                        .replace("id: hic", "id: drugs-hic")
                        .replace("id: vvc", "id: drugs-vvc")
                        .replace("id: totalen-criminaliteit", "id: drugs-totalen")
                        .replace("id: overige-criminaliteit", "id: drugs-overig")
                        .replace("id: gedigitaliseerd", "id: drugs-gedigitaliseerd")));
        files.add(new PackagedFile(
                "catalogue/drugs/zakkenrollerij.yaml", text(PICKPOCKETING).replace("group: vvc", "group: drugs-vvc")));

        assertThat(problems(files))
                .containsExactly("catalogue/drugs/zakkenrollerij.yaml:2: id zakkenrollerij is used by " + PICKPOCKETING
                        + " already; choose another");
    }

    @Test
    void tellsAPoliceClassThatDoesNotExist() {
        assertThat(problemsAfter(PICKPOCKETING, "[A40]", "[A40, A4O]"))
                .containsExactly(PICKPOCKETING
                        + ":14: politiecijfers.registration has no police_class A4O; choose one of" + " its code list");
    }

    @Test
    void tellsAMissingName() {
        assertThat(problemsAfter(PICKPOCKETING, "  nl: \"Zakkenrollerij\"\n", ""))
                .containsExactly(PICKPOCKETING + ":5: name lacks nl; add it");
    }

    @Test
    void tellsAMissingKey() {
        assertThat(problemsAfter(PICKPOCKETING, "unit: aantal\n", ""))
                .containsExactly(PICKPOCKETING + ":2: the entry lacks unit; add it");
    }

    @Test
    void tellsAnEmptyText() {
        assertThat(problemsAfter(PICKPOCKETING, "\"Zakkenrollerij\"", "\"\""))
                .singleElement()
                .asString()
                .startsWith(PICKPOCKETING + ":6: name.nl is wrong: must be at least 1 characters long");
    }

    @Test
    void tellsBadYaml() {
        assertThat(problemsAfter(PICKPOCKETING, "unit: aantal", "unit: [aantal"))
                .singleElement()
                .asString()
                .startsWith(PICKPOCKETING + ":14: this is not valid YAML (")
                .endsWith("; correct the indentation, quotes or keys here");
    }

    @Test
    void tellsAKeyThatIsWrittenTwice() {
        assertThat(problemsAfter(PICKPOCKETING, "unit: aantal", "unit: aantal\nunit: aantal"))
                .singleElement()
                .asString()
                .startsWith(PICKPOCKETING + ":14: this is not valid YAML (Duplicate");
    }

    @Test
    void tellsAnEmptyFile() {
        assertThat(problemsAfter(PICKPOCKETING, text(PICKPOCKETING), ""))
                .singleElement()
                .asString()
                .startsWith(PICKPOCKETING + ":1: ");
    }

    @Test
    void tellsAGroupThatTheThemeDoesNotHave() {
        assertThat(problemsAfter(PICKPOCKETING, "group: vvc", "group: vcc"))
                .containsExactly(PICKPOCKETING + ":3: theme criminaliteit has no group vcc; choose one of hic, vvc,"
                        + " totalen-criminaliteit, overige-criminaliteit, gedigitaliseerd or add it to theme.yaml");
    }

    @Test
    void tellsAnUnknownKey() {
        assertThat(problemsAfter(PICKPOCKETING, "owner: ", "eigenaar: "))
                .containsExactlyInAnyOrder(
                        PICKPOCKETING + ":15: the entry has an unknown key eigenaar; remove it or correct its spelling",
                        PICKPOCKETING + ":2: the entry lacks owner; add it");
    }

    @Test
    void tellsAnUnknownWordAndTheKnownOnes() {
        assertThat(problemsAfter(PICKPOCKETING, "openbaar", "geheim"))
                .containsExactly(PICKPOCKETING + ":25: confidentiality is not a known word; choose one of openbaar,"
                        + " intern, vertrouwelijk");
    }

    @Test
    void tellsAMonthThatIsNone() {
        assertThat(problemsAfter(PICKPOCKETING, "from: 2019-01", "from: 2019-13"))
                .singleElement()
                .asString()
                .startsWith(PICKPOCKETING + ":31: versions.0.from is wrong: ");
    }

    @Test
    void tellsVersionsOutOfOrder() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        "versions:\n",
                        "versions:\n  - from: 2021-04\n    note:\n      nl: Nieuw.\n      en: New.\n"))
                .containsExactly(PICKPOCKETING + ":35: version 2 does not start after the one before it; order them by"
                        + " month");
    }

    @Test
    void tellsAFileThatIsNotNamedAfterItsId() {
        assertThat(problemsAfter(PICKPOCKETING, "id: zakkenrollerij", "id: tassenrollerij"))
                .containsExactly(PICKPOCKETING + ":2: the file is not named after its id; name it tassenrollerij.yaml");
    }

    @Test
    void tellsAGroupThatExistsTwice() {
        assertThat(problemsAfter(THEME, "id: vvc", "id: hic"))
                .contains(THEME + ":7: group hic exists already; give it another id");
    }

    @Test
    void tellsAThemeInAnotherFolder() {
        assertThat(problemsAfter(THEME, "id: criminaliteit", "id: drugs"))
                .contains(THEME + ":2: the id is not the name of the folder; make them equal");
    }

    @Test
    void tellsAllProblemsAtOnceAndHoldsThemInItsMessage() {
        List<PackagedFile> files = packaged();
        replace(files, PICKPOCKETING, "unit: aantal\n", "");
        replace(files, "catalogue/criminaliteit/straatroof.yaml", "[B70]", "[Q99]");

        CatalogueException failure = failure(files);

        assertThat(failure.problems()).hasSize(2);
        assertThat(failure).hasMessageStartingWith("The catalogue has 2 problem(s):\n  catalogue/");
        assertThat(failure.getMessage()).contains(failure.problems());
    }

    @Test
    void speaksEnglishWhateverTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(problemsAfter(PICKPOCKETING, "\"Zakkenrollerij\"", "\"\""))
                    .singleElement()
                    .asString()
                    .contains("must be at least");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> problemsAfter(String path, String from, String to) {
        List<PackagedFile> files = packaged();
        replace(files, path, from, to);
        return problems(files);
    }

    private static List<String> problems(List<PackagedFile> files) {
        return failure(files).problems();
    }

    private static CatalogueException failure(List<PackagedFile> files) {
        return catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(files));
    }

    private static List<PackagedFile> packaged() {
        return new ArrayList<>(PackagedFiles.below("catalogue"));
    }

    private static String text(String path) {
        return PackagedFiles.read(path).text();
    }

    private static void replace(List<PackagedFile> files, String path, String from, String to) {
        assertThat(text(path)).contains(from);
        files.replaceAll(file ->
                file.path().equals(path) ? new PackagedFile(path, file.text().replace(from, to)) : file);
    }
}
