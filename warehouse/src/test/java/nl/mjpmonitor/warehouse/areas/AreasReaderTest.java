package nl.mjpmonitor.warehouse.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.reference.ReferenceException;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreasReaderTest {

    private static final String WYCK = "LW093501;LWA-gebied 1 (voorbeeldindeling);BU09350006;;;true";

    @TempDir
    private Path folder;

    @Test
    void aBuurtMayMoveToAnotherArea() throws IOException {
        replaceInLwa(WYCK, """
                LW093501;LWA-gebied 1 (voorbeeldindeling);BU09350006;;2023-12-31;true
                LW093502;LWA-gebied 2 (voorbeeldindeling);BU09350006;2024-01-01;;true""");

        AreaDivision division = Areas.load(ReferenceFiles.in(folder)).division(AreaKind.LWA);

        AreaCode wyck = new AreaCode("BU09350006");
        assertThat(division.areaOf(wyck, LocalDate.of(2023, 12, 31))).contains(new AreaCode("LW093501"));
        assertThat(division.areaOf(wyck, LocalDate.of(2024, 1, 1))).contains(new AreaCode("LW093502"));
    }

    @Test
    void aBuurtInTwoAreasAtOnceIsRefused() throws IOException {
        replaceInLwa(WYCK, WYCK + "\nLW093502;LWA-gebied 2 (voorbeeldindeling);BU09350006;2024-01-01;;true");

        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith(
                        "lwa.csv:9: BU09350006 lies in LW093501 on the same days (line 8); let the one end with valid_to"
                                + " before the other starts with valid_from");
    }

    @Test
    void aGapIsRefused() throws IOException {
        replaceInLwa(WYCK, """
                LW093501;LWA-gebied 1 (voorbeeldindeling);BU09350006;;2023-06-30;true
                LW093502;LWA-gebied 2 (voorbeeldindeling);BU09350006;2024-01-01;;true""");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("lwa.csv:9: BU09350006 lies nowhere between 2023-06-30 (line 8) and 2024-01-01; let the one");
    }

    @Test
    void aBuurtThatLiesNowhereOrNotTheWholeTimeIsRefused() throws IOException {
        replaceInLwa(WYCK, "LW093501;LWA-gebied 1 (voorbeeldindeling);BU09350005;;2024-12-31;true");
        replaceInLwa("LW093501;LWA-gebied 1 (voorbeeldindeling);BU09350005;;;true\n", "");

        assertThat(problems())
                .satisfiesExactlyInAnyOrder(
                        problem ->
                                assertThat(problem).contains("lwa.csv:2: BU09350006 lies in no lwa; add a line for it"),
                        problem -> assertThat(problem)
                                .contains("lwa.csv:7: BU09350005 lies in a lwa from 1970-01-01 to 2024-12-31 but exists"
                                        + " longer; leave valid_from or valid_to open"));
    }

    @Test
    void unknownLeavesWrongFieldsAndWrongLinesAreRefusedAllAtOnce() throws IOException {
        replaceInLwa(
                WYCK,
                String.join(
                        "\n",
                        WYCK,
                        "LW093501;LWA-gebied 1 (voorbeeldindeling);BU09350099;;;true",
                        "LW093501;Een andere naam;BU09350006;2024-13-01;;true",
                        "WK093500;LWA-gebied 1;BU09350006;;;true",
                        "LW1;LWA-gebied 1;BU09350006;;;true",
                        "LW093501;LWA-gebied 1"));

        assertThat(problems().stream().map(problem -> problem.substring(problem.lastIndexOf("lwa.csv"))))
                .contains(
                        "lwa.csv:9: BU09350099 is no buurt of areas.csv; write the code of one, or add it there",
                        "lwa.csv:10: the column valid_from holds no date; write it as 2024-01-31",
                        "lwa.csv:10: area LW093501 has another area_name or is_demonstration on line 2; make them equal",
                        "lwa.csv:11: code WK093500 is the code of a wijk; choose another",
                        "lwa.csv:12: the column area_code holds no area code; write one such as BU09350006",
                        "lwa.csv:13: the line has 2 fields instead of 6; fill in one for each of"
                                + " area_code;area_name;leaf_code;valid_from;valid_to;is_demonstration");
    }

    @Test
    void areasWithoutParentOrWithWrongKindAreRefused() throws IOException {
        replace(
                "areas.csv",
                "BU09350006;Wyck;buurt;WK093500;GM0935;;",
                String.join(
                        "\n",
                        "BU09350006;Wyck;buurt;WK093599;GM0935;;",
                        "BU09350007;;dorp;;;2024-01-01;2023-01-01",
                        "WK093500;Weer Centrum;wijk;;GM0935;;"));

        assertThat(problems().stream().map(problem -> problem.substring(problem.lastIndexOf("areas.csv"))))
                .containsExactly(
                        "areas.csv:17: there is no such kind of area; write one of gemeente, wijk, buurt, rest,"
                                + " regiogemeente, land",
                        "areas.csv:17: the column name is empty; fill it in",
                        "areas.csv:17: valid_to lies before valid_from; swap them or correct one",
                        "areas.csv:18: area WK093500 stands in the file twice; remove one",
                        "areas.csv:16: the column wijk_code names no wijk of this file; write the code of one");
    }

    @Test
    void inhabitantsOfAnUnknownAreaOrCountedTwiceAreRefused() throws IOException {
        replace(
                "inhabitants.csv",
                "BU09350006;2024-01-01;5630;CBS 85984NED",
                String.join(
                        "\n",
                        "BU09350006;2024-01-01;5630;CBS 85984NED",
                        "BU09350006;2024-01-01;5631;CBS 85984NED",
                        "GM0363;2024-01-01;veel;CBS 85984NED"));

        assertThat(problems().stream().map(problem -> problem.substring(problem.lastIndexOf("inhabitants.csv"))))
                .containsExactly(
                        "inhabitants.csv:17: BU09350006 has a number for 2024-01-01 already; remove one",
                        "inhabitants.csv:18: the column inhabitants holds no number; write digits only, such as 1680",
                        "inhabitants.csv:18: there is no area GM0363; write the code of one, or remove the line");
    }

    @Test
    void buurtenOfAnotherMunicipalityAreLeavesOfItAndLieNotInTheMunicipality() throws IOException {
        replace(
                "areas.csv",
                "NL01;Nederland;land;;;;",
                String.join(
                        "\n",
                        "NL01;Nederland;land;;;;",
                        "WK091700;Wijk 00;wijk;;GM0917;;",
                        "BU09170000;Maria Gewanden;buurt;WK091700;GM0917;;"));

        Areas areas = Areas.load(ReferenceFiles.in(folder));

        AreaCode heerlen = new AreaCode("GM0917");
        AreaCode buurt = new AreaCode("BU09170000");
        assertThat(areas.division(AreaKind.REGIOGEMEENTE).leaves(heerlen, LocalDate.of(2024, 1, 1)))
                .containsExactly(buurt, heerlen);
        assertThat(areas.isInMunicipality(areas.find(buurt).orElseThrow())).isFalse();
        assertThat(areas.isInMunicipality(areas.find(new AreaCode("BU09350006")).orElseThrow()))
                .isTrue();
        assertThat(areas.isInMunicipality(areas.municipality())).isTrue();
        assertThat(areas.isInMunicipality(areas.find(new AreaCode("ZL")).orElseThrow()))
                .isFalse();
    }

    @Test
    void aFileWithOtherColumnsAndAFileThatIsNoneAreRefused() throws IOException {
        Files.writeString(folder.resolve("lwa.csv"), "gebied;buurt\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("lwa.csv:1: the first line does not name the columns; make it"
                        + " area_code;area_name;leaf_code;valid_from;valid_to;is_demonstration");

        Files.writeString(folder.resolve("lwas.csv"), "");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("lwas.csv:1: this is no reference file; name it one of aliases.csv, areas.csv");

        assertThatThrownBy(() -> ReferenceFiles.in(folder.resolve("nergens")))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("is not a folder; let MJP_REFERENCE name one that exists");
    }

    private void replaceInLwa(String lines, String replacement) throws IOException {
        replace("lwa.csv", lines, replacement);
    }

    private void replace(String name, String lines, String replacement) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.exists(file)
                ? Files.readString(file)
                : PackagedFiles.read("reference/" + name).text();
        assertThat(text).contains(lines);
        Files.writeString(file, text.replace(lines, replacement.lines().collect(Collectors.joining("\n"))));
    }

    private List<String> problems() {
        try {
            Areas.load(ReferenceFiles.in(folder));
            return List.of();
        } catch (ReferenceException refusal) {
            return refusal.problems();
        }
    }
}
