package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableDefinitionsTest {
    @TempDir
    Path folder;

    @Test
    void theDefinitionsOfTheProjectAreGood() {
        TableDefinitions definitions = TableDefinitions.load("classpath:connectors/open-data/tables.json");
        assertThat(definitions.tables())
                .extracting(TableDefinition::id)
                .containsExactly(
                        "47013NED",
                        "47018NED",
                        "47022NED",
                        "47021NED",
                        "47024NED",
                        "37230ned",
                        "bevolking",
                        "misdrijven",
                        "veiligheidsmonitor",
                        "veiligheidsmonitor-gemeente",
                        "85984NED");
        assertThat(definitions.table("47018NED").orElseThrow().missingMeans()).isEqualTo(MissingCell.ZERO);
        assertThat(definitions.table("47013NED").orElseThrow().area().codes()).hasSize(17);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sliceBy\": [\"Perioden\"] | \"sliceBy\": [\"Periode\"] | 'source.sliceBy' names 'Periode': choose from [Perioden, SoortMisdrijf]",
                "\"sliceBy\": [\"Perioden\"] | \"sliceBy\": [\"WijkenEnBuurten\"] | 'source.sliceBy' names 'WijkenEnBuurten'",
                "\"version\": 3 | \"version\": 5 | 'source.version' is 5: it must be 3 or 4",
                "\"version\": 3 | \"version\": 3, \"pageSize\": 20000 | 'source.pageSize' is 20000",
                "\"47022NED\" | \"47022/NED\" | the id may hold letters",
                "[\"month\", \"year\"] | [] | 'period.grains' is empty",
                "[\"NL\", \"GM0935\", \"WK0935\", \"BU0935\"] | [] | 'area.codes' is empty",
                "{\"NL00\": \"NL01\"} | {\"NL00      \": \"NL01\"} | area code 'NL00      ' must be two capitals",
                "\"SoortMisdrijf\" | \"Perioden\" | column 'Perioden' is named twice",
                "\"registered_offences\" | \"Misdrijven\" | measure name 'Misdrijven' must be lower case",
                "\"minimum\": 0 | \"least\": 0 | line 13: ",
                "\"missingMeans\": \"unknown\" | \"missingMeans\": \"nothing\" | line 14: ",
                "\"missingMeans\": \"unknown\", | `` | missingMeans",
                "\"type\": \"odata\" | \"type\": \"ftp\" | line 5: ",
                "\"newestMonths\": 3 | \"newestMonths\": 300 | 'newestMonths' is 300",
                "{\"column\": \"Perioden\", \"grains\" | {\"grains\" | 'period' must have either a 'column' or",
                "{\"column\": \"Perioden\", \"grains\" | {\"always\": \"2024JJ00\", \"grains\" | 'period.always' is for files",
                "\"missingMeans\" | \"margins\": {\"column\": \"M\", \"value\": \"a\", \"lower\": \"b\", \"upper\": \"a\"}, \"missingMeans\" | 'margins' is for tables that come as files",
                "\"missingMeans\" | \"margins\": {\"column\": \"M\", \"value\": \"a\", \"lower\": \"b\", \"upper\": \"a\"}, \"missingMeans\" | 'margins' must give the figure and its two limits different codes",
                "\"id\": \"47022NED\", | `` | id"
            })
    void refuseWhatCannotWorkAndSayWhatToChange(String good, String bad, String message) {
        assertThat(Fixtures.MONTHLY_OFFENCES).contains(good);
        String file = Fixtures.definitions(folder, Fixtures.MONTHLY_OFFENCES.replace(good, bad))
                .toString();
        assertThatThrownBy(() -> TableDefinitions.load(file))
                .isInstanceOf(TableDefinitions.InvalidDefinitionException.class)
                .hasMessageStartingWith(file)
                .hasMessageContaining(message);
    }

    @Test
    void refuseAllThatIsWrongAtOnce() {
        String twice = Fixtures.definitions(
                        folder,
                        Fixtures.MONTHLY_OFFENCES,
                        Fixtures.MONTHLY_OFFENCES.replace("\"version\": 3", "\"version\": 2"))
                .toString();
        assertThatThrownBy(() -> TableDefinitions.load(twice))
                .hasMessageContaining("table '47022NED' is defined twice")
                .hasMessageContaining("'source.version' is 2");
    }

    @Test
    void refuseAPortalFileWithoutNames() {
        String file = Fixtures.definitions(
                        folder, Fixtures.PORTAL_OFFENCES.replaceAll("(?s),\\s*\"labels\": \\{[^}]*\\}", ""))
                .toString();
        assertThatThrownBy(() -> TableDefinitions.load(file))
                .hasMessageContaining("'area.labels' is empty")
                .hasMessageContaining("dimension 'Soort misdrijf' has no 'labels'");
    }

    @Test
    void refuseAFileThatIsNoJson() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"tables\": [\n{\"id\": }");
        assertThatThrownBy(() -> TableDefinitions.load(file.toString())).hasMessageContaining("line 2: ");
        Files.writeString(file, "{\"tables\": []}");
        assertThatThrownBy(() -> TableDefinitions.load(file.toString())).hasMessageContaining("no table is defined");
    }

    @Test
    void anotherMeaningIsAnotherFingerprint() {
        TableDefinition one = Fixtures.definition(folder, Fixtures.MONTHLY_OFFENCES);
        TableDefinition same = Fixtures.definition(
                folder, Fixtures.MONTHLY_OFFENCES.replace("[\"month\", \"year\"]", "[\"year\", \"month\"]"));
        TableDefinition other =
                Fixtures.definition(folder, Fixtures.MONTHLY_OFFENCES.replace("\"minimum\": 0", "\"minimum\": 1"));
        assertThat(same.fingerprint()).isEqualTo(one.fingerprint()).isNotEqualTo(other.fingerprint());
    }
}
