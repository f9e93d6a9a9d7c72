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
    private static final String MEASURE =
            "{kind: count, fact: politiecijfers.registration, where: {police_class: [A40]}}";
    private static final String THEME = "catalogue/criminaliteit/theme.yaml";
    private static final String CASEWORK = "catalogue/ondermijning/theme.yaml";

    @Test
    void readsWhatIsPackaged() {
        assertThat(CatalogueReader.read(PackagedFiles.below("catalogue")).indicators())
                .hasSizeGreaterThan(200);
    }

    @Test
    void readsTheHeadlineOfATheme() {
        assertThat(CatalogueReader.read(PackagedFiles.below("catalogue")).themes())
                .filteredOn(theme -> theme.id().equals("criminaliteit"))
                .singleElement()
                .satisfies(theme -> assertThat(theme.headline())
                        .startsWith(new IndicatorId("hic-totaal"), new IndicatorId("vvc-totaal")));
    }

    @Test
    void tellsAHeadlineThatDoesNotExist() {
        assertThat(problemsAfter(THEME, "headline: [hic-totaal,", "headline: [hic-totaaal,"))
                .containsExactly(
                        THEME + ":7: theme criminaliteit has no indicator hic-totaaal; add it or correct its spelling");
    }

    @Test
    void tellsAHeadlineOfAnotherTheme() {
        assertThat(problemsAfter(THEME, "headline: [hic-totaal,", "headline: [meldingen,"))
                .containsExactly(
                        THEME + ":7: theme criminaliteit has no indicator meldingen; add it or correct its spelling");
    }

    @Test
    void tellsAnIdThatIsUsedTwice() {
        List<PackagedFile> files = packaged();
        files.add(new PackagedFile(
                "catalogue/drugs/theme.yaml",
                text(THEME)
                        .replace("id: criminaliteit", "id: drugs")
                        .replaceFirst("headline: .*\n", "")
                        .replace("id: hic", "id: drugs-hic")
                        .replace("id: vvc", "id: drugs-vvc")
                        .replace("id: totalen-criminaliteit", "id: drugs-totalen")
                        .replace("id: overige-criminaliteit", "id: drugs-overig")
                        .replace("id: gedigitaliseerd", "id: drugs-gedigitaliseerd")
                        .replaceFirst("(?s)sections:.*", "")));
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
                .contains(THEME + ":8: group hic exists already; give it another id");
    }

    @Test
    void tellsAThemeInAnotherFolder() {
        assertThat(problemsAfter(THEME, "id: criminaliteit", "id: drugs"))
                .contains(THEME + ":2: the id is not the name of the folder; make them equal");
    }

    @Test
    void tellsAFactThatDoesNotExist() {
        assertThat(problemsWith("{kind: count, fact: onderschat.actiondag}"))
                .containsExactly(PICKPOCKETING + ":14: there is no fact onderschat.actiondag; choose one of"
                        + " onderschat.action-day, onderschat.conversation, onderschat.passed-signal,"
                        + " onderschat.professional-conversation");
        assertThat(problemsWith("{kind: count, fact: brandweer.brand}"))
                .containsExactly(
                        PICKPOCKETING + ":14: there is no fact brandweer.brand; remove it or add it to facts/");
    }

    @Test
    void tellsACategoryThatTheFactDoesNotHave() {
        assertThat(problemsWith("{kind: count, fact: ondermijning.case-step, where: {stap: [lwo]}}"))
                .containsExactly(
                        PICKPOCKETING + ":14: ondermijning.case-step has no category stap; choose one of step");
    }

    @Test
    void tellsAValueThatTheCategoryDoesNotHave() {
        assertThat(problemsWith("{kind: count, fact: ondermijning.case-step, where: {step: [lwo, lmo]}}"))
                .containsExactly(PICKPOCKETING
                        + ":14: ondermijning.case-step has no step lmo; choose one of lwo, atom, mot, riec");
    }

    @Test
    void tellsARegisterThatTheSystemDoesNotHave() {
        assertThat(problemsWith("{kind: count, fact: onderschat.action-day, register: actiedag}"))
                .containsExactly(PICKPOCKETING + ":14: onderschat has no register actiedag; choose one of action_day,"
                        + " conversation, passed_signal, professional_conversation");
    }

    @Test
    void tellsAnIdentityThatTheFactDoesNotHave() {
        assertThat(problemsWith("{kind: distinct, fact: ondermijning.location-check, identity: adres}"))
                .containsExactly(PICKPOCKETING + ":14: ondermijning.location-check has no identity adres; choose one of"
                        + " location_number, case_number");
    }

    @Test
    void tellsADurationThatTheFactDoesNotHave() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        MEASURE,
                        "{kind: duration, fact: ondermijning.case-step, duration: doorlooptijd, quantile: 0.5}",
                        "unit: aantal",
                        "unit: dagen"))
                .containsExactly(PICKPOCKETING
                        + ":14: ondermijning.case-step has no duration doorlooptijd; choose one of lead-time");
    }

    @Test
    void tellsAFactWithoutMonthsThatIsCounted() {
        assertThat(problemsWith("{kind: count, fact: opendata.population}"))
                .containsExactly(
                        PICKPOCKETING + ":14: opendata.population has no register, so that zero and unknown look"
                                + " alike; use kind level or name a register");
    }

    @Test
    void tellsALevelOfWhatTheStreamCounts() {
        assertThat(problemsWith("{kind: level, fact: politiecijfers.registration}"))
                .containsExactly(
                        PICKPOCKETING + ":14: politiecijfers.registration is counted in the stream, which keeps"
                                + " no rows; use kind count");
    }

    @Test
    void tellsAKeyThatTheKindOfMeasureDoesNotHave() {
        assertThat(problemsWith("{kind: count, fact: onderschat.action-day, quantile: 0.5}"))
                .containsExactly(
                        PICKPOCKETING + ":14: measure has an unknown key quantile; remove it or correct its spelling");
        assertThat(problemsWith("{kind: duration, fact: ondermijning.case-step, duration: lead-time}"))
                .containsExactly(PICKPOCKETING + ":14: measure lacks quantile; add it");
    }

    @Test
    void tellsARatioOfAnIndicatorThatDoesNotExist() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        MEASURE,
                        "{kind: ratio, of: straatroof, to: inwonertal, times: 10000}",
                        "unit: aantal",
                        "unit: per_10000"))
                .containsExactly(
                        PICKPOCKETING + ":14: there is no indicator inwonertal; add it or correct its spelling");
    }

    @Test
    void tellsARatioThatRefersToItself() {
        List<PackagedFile> files = packaged();
        replace(files, PICKPOCKETING, MEASURE, "{kind: ratio, of: straatroof, to: vernieling, times: 100}");
        replace(files, PICKPOCKETING, "unit: aantal", "unit: procent");
        replace(
                files,
                "catalogue/criminaliteit/straatroof.yaml",
                "{kind: count, fact: politiecijfers.registration, where: {police_class: [B70]}}",
                "{kind: ratio, of: vernieling, to: zakkenrollerij, times: 100}");
        replace(files, "catalogue/criminaliteit/straatroof.yaml", "unit: aantal", "unit: procent");

        assertThat(problems(files))
                .containsExactlyInAnyOrder(
                        PICKPOCKETING
                                + ":14: the ratio refers to itself (zakkenrollerij > straatroof > zakkenrollerij);"
                                + " break the circle",
                        "catalogue/criminaliteit/straatroof.yaml:14: the ratio refers to itself (straatroof >"
                                + " zakkenrollerij > straatroof); break the circle");
    }

    @Test
    void doesNotBlameARatioForTheProblemsOfItsSides() {
        List<PackagedFile> files = packaged();
        replace(files, PICKPOCKETING, MEASURE, "{kind: ratio, of: straatroof, to: vernieling, times: 100}");
        replace(files, PICKPOCKETING, "unit: aantal", "unit: procent");
        replace(files, "catalogue/criminaliteit/straatroof.yaml", "[B70]", "[Q99]");

        assertThat(problems(files)).hasSize(1);
    }

    @Test
    void tellsAUnitThatDoesNotFitTheMeasure() {
        assertThat(problemsWith("{kind: duration, fact: ondermijning.case-step, duration: lead-time, quantile: 0.5}"))
                .containsExactly(PICKPOCKETING + ":13: a duration is in days; make the unit dagen");
        assertThat(problemsWith("{kind: ratio, of: straatroof, to: vernieling, times: 100}"))
                .containsExactly(PICKPOCKETING
                        + ":13: a ratio is no number of things; make the unit procent, per_10000 or verhouding");
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        MEASURE,
                        "{kind: distinct, fact: ondermijning.location-check, identity: location_number}",
                        "unit: aantal",
                        "unit: euro"))
                .containsExactly(PICKPOCKETING
                        + ":13: different values are counted in whole numbers; choose a unit that" + " counts things");
    }

    @Test
    void tellsAMissingTranslation() {
        assertThat(problemsAfter(PICKPOCKETING, "    en: Continue the downward trend since 2019.\n", ""))
                .containsExactly(PICKPOCKETING + ":22: target.text lacks en; add it");
    }

    @Test
    void tellsANormWithoutAValue() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        "  kind: direction\n  direction: down\n",
                        "  kind: norm\n  comparison: at_least\n  period: \"2024\"\n"))
                .containsExactly(PICKPOCKETING + ":19: target lacks value; add it");
    }

    @Test
    void tellsAPeriodThatIsNone() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        "  kind: direction\n  direction: down\n",
                        "  kind: norm\n  comparison: at_least\n  value: 20\n  period: \"2024-K5\"\n"))
                .containsExactly(
                        PICKPOCKETING + ":23: 2024-K5 is no period; write a year, quarter or month, such as 2024");
    }

    @Test
    void tellsAnExemptionForWhatIsNotAsked() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        "disclosure: {below: 0}",
                        "disclosure: {below: 5, exempt: [{area: gemeente, period: year}, {area: land, period: year}]}"))
                .containsExactly(PICKPOCKETING
                        + ":26: the entry is not defined for this area and period; remove the exemption or add them");
    }

    @Test
    void readsTheSectionsOfATheme() {
        IndicatorTheme theme = CatalogueReader.read(PackagedFiles.below("catalogue")).themes().stream()
                .filter(one -> one.id().equals("criminaliteit"))
                .findFirst()
                .orElseThrow();

        ThemeSection section = theme.sections().get(0);
        assertThat(section.kind()).isEqualTo(ThemeSection.Kind.COMPARISON);
        assertThat(section.scale()).isEqualTo(ThemeSection.Scale.SHARED);
        assertThat(section.text()).isEmpty();
        assertThat(section.indicators())
                .extracting(IndicatorId::value)
                .containsExactly("woninginbraak", "overval-bedrijf", "overval-woning", "straatroof");
    }

    @Test
    void anIndicatorInAGroupIsInItsSectionsByItself() {
        List<PackagedFile> files = packaged();
        files.add(new PackagedFile(
                "catalogue/criminaliteit/nieuw.yaml",
                text(PICKPOCKETING)
                        .replace("id: zakkenrollerij", "id: nieuw")
                        .replace("group: vvc", "group: gedigitaliseerd")
                        .replace("position: 5", "position: 6")));

        assertThat(CatalogueReader.read(files).themes().stream()
                        .flatMap(theme -> theme.sections().stream())
                        .filter(section -> section.indicators().contains(new IndicatorId("nieuw"))))
                .extracting(ThemeSection::id)
                .containsExactly("gedigitaliseerd-nu", "gedigitaliseerd-jaren");
    }

    @Test
    void tellsAnIndicatorOfASectionThatDoesNotExist() {
        assertThat(problemsAfter(CASEWORK, "      - lwo-wabo\n", "      - lwo-waba\n"))
                .singleElement()
                .asString()
                .startsWith(CASEWORK + ":")
                .endsWith(": there is no indicator lwo-waba; add it or correct its spelling");
    }

    @Test
    void tellsAGroupOfASectionThatDoesNotExist() {
        assertThat(problemsAfter(CASEWORK, "groups: [drugscijfers]", "groups: [drugs]"))
                .singleElement()
                .asString()
                .endsWith(": there is no group drugs with indicators; add one or correct its spelling");
    }

    @Test
    void tellsAStepThatComesBeforeItsOrigin() {
        assertThat(problemsAfter(CASEWORK, "riec-casussen: mot-casussen}", "lwo-casussen: mot-casussen}"))
                .singleElement()
                .asString()
                .endsWith(": lwo-casussen does not come after mot-casussen in the section; list both in this order");
    }

    @Test
    void tellsAPartInAnotherUnitThanTheWhole() {
        assertThat(problemsAfter(
                        CASEWORK,
                        "[atom-casussen, atom-last-onder-dwangsom",
                        "[atom-casussen, atom-locaties, atom-last-onder-dwangsom"))
                .singleElement()
                .asString()
                .endsWith(": atom-locaties does not have the unit of the whole, so no remainder can be taken; remove"
                        + " it or choose another kind");
    }

    @Test
    void tellsLeadTimesThatAreNoPairs() {
        assertThat(problemsAfter(
                        CASEWORK,
                        "      - doorlooptijd-lwo-mediaan\n      - doorlooptijd-lwo-p90\n",
                        "      - doorlooptijd-lwo-p90\n      - doorlooptijd-lwo-mediaan\n"))
                .singleElement()
                .asString()
                .endsWith(": lead times come in pairs, first the median and then the 90% limit; order them so");
    }

    @Test
    void tellsASectionThatExistsAlready() {
        assertThat(problemsAfter(CASEWORK, "id: waarheen-lwo", "id: trechter-lwo"))
                .singleElement()
                .asString()
                .endsWith(": section trechter-lwo exists already; give it another id");
    }

    @Test
    void tellsAnUnknownKindOfSection() {
        assertThat(problemsAfter(CASEWORK, "kind: lead_times", "kind: taart"))
                .first()
                .asString()
                .contains("kind is not a known word; choose one of comparison, trends, parts, steps, lead_times");
    }

    @Test
    void tellsAResultThatIsNoSurvey() {
        assertThat(problemsAfter(
                        "catalogue/overlast/theme.yaml",
                        "[ervaren-sociale-overlast, veel-sociale-overlast]",
                        "[ervaren-sociale-overlast, meldingen]"))
                .singleElement()
                .asString()
                .endsWith(": meldingen is no result of a survey; remove it or choose another kind");
    }

    @Test
    void tellsVersionsThatOverlap() {
        assertThat(problemsAfter(
                        PICKPOCKETING,
                        "versions:\n",
                        "versions:\n  - from: 2017-01\n    to: 2019-06\n    note:\n      nl: Oud.\n      en: Old.\n"))
                .containsExactly(PICKPOCKETING + ":36: version 2 starts before version 1 ends in 2019-06; let one month"
                        + " belong to one version");
    }

    @Test
    void tellsAVersionThatEndsBeforeItStarts() {
        assertThat(problemsAfter(PICKPOCKETING, "from: 2019-01\n", "from: 2019-01\n    to: 2018-12\n"))
                .containsExactly(PICKPOCKETING + ":32: version 1 ends before it starts; exchange the months");
    }

    @Test
    void tellsAThemeThatDoesNotExist() {
        List<PackagedFile> files = packaged();
        files.removeIf(file -> file.path().equals(PICKPOCKETING));
        files.add(new PackagedFile("catalogue/drugs/zakkenrollerij.yaml", text(PICKPOCKETING)));

        assertThat(problems(files))
                .containsExactly(
                        "catalogue/drugs/zakkenrollerij.yaml:3: there is no theme drugs; add drugs/theme.yaml or move the"
                                + " file");
    }

    @Test
    void stopsAtFactsThatAreWrong() {
        List<PackagedFile> files = packaged();
        replace(files, "catalogue/facts/onderschat.yaml", "counts: actiedag", "telt: actiedag");
        replace(files, PICKPOCKETING, "unit: aantal\n", "");

        assertThat(problems(files)).allMatch(problem -> problem.startsWith("catalogue/facts/onderschat.yaml:"));
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

    private static List<String> problemsWith(String measure) {
        return problemsAfter(PICKPOCKETING, MEASURE, measure);
    }

    /** Each text and what it becomes, in turn. */
    private static List<String> problemsAfter(String path, String... changes) {
        List<PackagedFile> files = packaged();
        for (int index = 0; index < changes.length; index += 2) {
            replace(files, path, changes[index], changes[index + 1]);
        }
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
        assertThat(files)
                .anySatisfy(file -> assertThat(
                                file.path().equals(path) && file.text().contains(from))
                        .isTrue());
        files.replaceAll(file ->
                file.path().equals(path) ? new PackagedFile(path, file.text().replace(from, to)) : file);
    }
}
