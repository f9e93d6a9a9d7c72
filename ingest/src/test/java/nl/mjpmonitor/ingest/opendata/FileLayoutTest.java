package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files are laid out, and everything that is not. */
class FileLayoutTest {
    @TempDir
    Path folder;

    private List<Cell> read(String definition, String text) throws BrokenFileException {
        return read(definition, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Cell> read(String definition, byte[] bytes) throws BrokenFileException {
        TableDefinition table = Fixtures.definition(folder, definition);
        TableSource.Files source = (TableSource.Files) table.source();
        List<DelimitedText.Line> lines = DelimitedText.lines(bytes);
        FileCells cells = source.layout() == TableSource.Layout.STATLINE
                ? StatLineFile.read(lines, table, source)
                : SurveyFile.read(lines, table, source);
        return cells.cells(cells.newest().orElse(null));
    }

    private static String text(String resource) {
        return new String(Fixtures.resource(resource), StandardCharsets.UTF_8);
    }

    @Test
    void aPortalFileMayHaveSeveralDimensionsBesideTheFigures() throws BrokenFileException {
        assertThat(read(Fixtures.PORTAL_OFFENCES, text("portal-offences.csv")))
                .hasSize(18)
                .extracting(cell -> cell.key().describe() + " " + cell.value().figure() + " "
                        + cell.value().status())
                .contains(
                        "registered_offences, GM0935, 2025MM11, Soort misdrijf 1.2.4 29 PROVISIONAL",
                        "registered_offences, NL01, 2025MM09, Soort misdrijf 0.0.0 67012 PROVISIONAL",
                        "registered_offences, GM0935, 2025MM09, Soort misdrijf 1.4.1 null UNKNOWN");
    }

    @Test
    void aPortalFileMayHavePeriodsBesideTheFiguresAndAreasAboveThem() throws BrokenFileException {
        String turned = """
                "Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente"
                "Soort misdrijf: Totaal misdrijven"
                ""
                "Onderwerp";"Geregistreerde misdrijven";"";"Aangiften"
                "Regio's";"Maastricht";"Beek (L.)";"Maastricht"
                "Perioden";"aantal";"aantal";"aantal"
                "2023";"7840";"734";"5000"
                "2024";"8318";"750";"5100"
                "Bron: Politie"
                """;
        assertThat(read(Fixtures.PORTAL_OFFENCES, turned))
                .extracting(cell -> cell.key().area() + cell.key().period() + " "
                        + cell.value().figure())
                .containsExactly(
                        "GM09352023JJ00 7840", "GM08882023JJ00 734", "GM09352024JJ00 8318", "GM08882024JJ00 750");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Perioden\";\"2025 september\" | \"Periode\";\"2025 september\" | the file does not say for which Perioden its figures are",
                "2025 september | sept. 2025 | line 6: 'sept. 2025' is not a year, quarter or month",
                "\"38\" | \"38,5\" | has more than 0 decimals",
                "\"38\" | \"-38\" | is below 0",
                "\"38\" | \"veel\" | line 9: registered_offences, GM0935, 2025MM09, Soort misdrijf 1.2.4: 'veel' is not a number",
                "\"38\"; | '' | line 9: there are 4 values and there should be 5",
                "\"Maastricht\";\"38\" | \"Mestreech\";\"38\" | line 9: no area is known as 'Mestreech'",
                "\"1.2.4 Zakkenrollerij\";\"Maastricht\" | \"Totaal misdrijven\";\"Maastricht\" | line 9: another figure for registered_offences, GM0935, 2025MM09, Soort misdrijf 0.0.0 is on line 7",
                "Onderwerp: Geregistreerde misdrijven | Bron en toelichting | the file does not say for which Onderwerp",
                "Onderwerp: Geregistreerde misdrijven | Onderwerp: Aangiften | there is nothing in the file of what the table's definition asks for",
                "\"aantal\";\"aantal\";\"aantal\" | \"x 1 000\";\"x 1 000\";\"x 1 000\" | the figures are in a unit of 'x 1 000'",
                "\"Bron: Politie\" | '' | the file is cut off",
                "\"41\" | \"41 | the quotes do not match"
            })
    void aBrokenPortalFileIsRefusedWithItsReason(String good, String bad, String reason) {
        String whole = text("portal-offences.csv");
        assertThat(whole).contains(good);
        assertThatThrownBy(() -> read(
                        Fixtures.PORTAL_OFFENCES,
                        whole.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aFileOfAnotherTableIsRefused() {
        assertThatThrownBy(() -> read(Fixtures.PORTAL_OFFENCES, text("survey-raw.csv")))
                .hasMessageContaining("there is no heading line that begins with one of [Onderwerp, Perioden, Regio's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"RegioS\" | \"Regio\" | line 1: there is no column 'RegioS'; there are ID, Marges, Regio",
                "RapportcijferVeiligheidInBuurt_64 | RapportcijferVeiligheidInBuurt_99 | there is no column 'RapportcijferVeiligheidInBuurt_64'",
                "\"Marges\" | \"RegioS\" | line 1: column 'RegioS' is there twice",
                ";\"     7.3\" | '' | line 5: there are 5 values and there should be 6",
                "\"     7.3\" | \"     73\" | line 5: safety_mark, GM0935, 2021JJ00, Marges MW00000: '73' is above 10",
                "\"GM0935\";\"2021JJ00\" | \"GM0935\";\"2021\u00e9\" | is not a year, quarter or month",
                "\"GM0363\" | \"Amsterdam\" | no area is known as 'Amsterdam'"
            })
    void aBrokenSurveyFileIsRefusedWithItsReason(String good, String bad, String reason) {
        String whole = text("survey-raw.csv");
        assertThat(whole).contains(good);
        assertThatThrownBy(() ->
                        read(Fixtures.SURVEY, whole.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aSpreadsheetIsNotTakenForText() {
        assertThatThrownBy(() -> read(Fixtures.SURVEY, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}))
                .hasMessage("this is a spreadsheet or an archive: save it as CSV");
        assertThatThrownBy(() -> read(Fixtures.SURVEY, new byte[] {1, 0, 2, 0})).hasMessageContaining("not text");
        assertThatThrownBy(() -> read(Fixtures.SURVEY, " \n ")).hasMessage("the file is empty");
    }

    @Nested
    class Margins {
        private final String withMargins = Fixtures.SURVEY.replace(
                "\"dimensions\": [{\"column\": \"Marges\"}]",
                "\"margins\": {\"column\": \"Marges\", \"value\": \"MW00000\", \"lower\": \"MOG0095\", \"upper\": \"MBG0095\"}");

        @Test
        void aFigureAndItsLimitsBecomeOneCell() throws Exception {
            assertThat(read(withMargins, text("survey-raw.csv")))
                    .extracting(cell -> cell.key().measure() + " " + cell.key().area() + " "
                            + cell.value().figure() + " "
                            + cell.value().margin().lower() + " "
                            + cell.value().margin().upper() + cell.key().dimensions())
                    .containsExactlyInAnyOrder(
                            "safety_mark NL01 7.4 7.4 7.4{}",
                            "unsafe_share NL01 33.3 33 33.6{}",
                            "safety_mark GM0935 7.3 7.2 null{}",
                            "unsafe_share GM0935 37.1 34.9 null{}");
        }

        @Test
        void aFigureOutsideItsLimitsIsRefused() {
            assertThatThrownBy(() -> read(withMargins, text("survey-raw.csv").replace("    34.9", "    38.9")))
                    .hasMessageContaining("line 5: unsafe_share, GM0935, 2021JJ00, Marges MW00000")
                    .hasMessageContaining("outside its margin");
        }

        @Test
        void limitsWithoutAFigureAreRefused() {
            assertThatThrownBy(() -> read(
                            withMargins,
                            text("survey-raw.csv").replace("\"MW00000\";\"GM0935\"", "\"MW00000\";\"GM0363\"")))
                    .hasMessageContaining("there is a limit, and no figure that it belongs to");
        }
    }

    @Test
    void aTableWithoutAColumnOfPeriodsHasThePeriodOfItsDefinition() throws Exception {
        String definition = Fixtures.SURVEY
                .replace("{\"column\": \"Perioden\", ", "{\"always\": \"2024JJ00\", ")
                .replace("\"maximum\": 10}", "\"maximum\": 10, \"optional\": true}");

        assertThat(read(definition, "Marges;RegioS;VoeltZichWeleensOnveilig_41\nMW00000;GM0935;12.5\n"))
                .extracting(cell -> cell.key().describe() + " " + cell.value().figure())
                .containsExactly("unsafe_share, GM0935, 2024JJ00, Marges MW00000 12.5");
    }
}
