package nl.mjpmonitor.ops.sources.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDataFilesTest {

    @TempDir
    Path folder;

    private final Map<String, String> files = OpenDataFiles.all();

    @Test
    void thePopulationHasTheFormOfThePortal() {
        List<String> lines = content("bevolking/37230ned-bevolking.csv").lines().toList();

        assertThat(lines.getFirst()).isEqualTo("\"Bevolkingsontwikkeling; regio per maand\"");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("\"Perioden\""))
                .singleElement()
                .asString()
                .contains("\"2021\";\"2022\";\"2023\"", "\"2025 april *\"", "\"2025 oktober*\"");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("\"Maastricht\""))
                .singleElement()
                .asString()
                .contains("\"121151\";\"122734\";\"125285\"");
        assertThat(lines.getLast()).isEqualTo("\"Bron: CBS\"");
    }

    @Test
    void theOffencesAreThoseThatWerePublished() {
        assertThat(content("misdrijven/47013NED-misdrijven.csv"))
                .contains("\"Totaal misdrijven\";\"Maastricht\";\"7966\";\"7840\";\"8318\"")
                .contains("\"Totaal misdrijven\";\"Nederland\";\"800027\";\"805590\";\"805559\"");
        assertThat(content("misdrijven/47013NED-misdrijven.csv")
                        .lines()
                        .filter(line -> line.startsWith("\"Totaal misdrijven\";"))
                        .filter(line -> !line.contains("Nederland"))
                        .mapToInt(line -> Integer.parseInt(line.split(";", -1)[3].replace("\"", "")))
                        .sum())
                .as("Zuid-Limburg 2023")
                .isEqualTo(29_678);
    }

    @Test
    void everyBuurtHasItsInhabitants() {
        assertThat(content("85984NED/85984NED-inwoners.csv").lines().filter(line -> line.startsWith("\"BU0935")))
                .hasSize(44)
                .contains("\"BU09350000\";\"Maastricht\";\"Buurt\";\"2330\"");
    }

    @Test
    void whatIsMadeUpIsMarkedAndWhatWasPublishedIsNotMixedWithIt() {
        files.forEach((path, content) -> {
            if (path.contains("/demonstratie-")) {
                assertThat(content.lines().skip(1))
                        .as(path)
                        .allMatch(line -> line.endsWith("\"demonstratie: verzonnen\""));
            } else {
                assertThat(content).as(path).doesNotContain("demonstratie", "verzonnen");
            }
        });
        assertThat(files.keySet())
                .filteredOn(path -> path.contains("/demonstratie-"))
                .hasSize(2);
    }

    @Test
    void theSurveyHasThePublishedFiguresAndSaysOfWhichNobodyKnowsThem() {
        assertThat(content("veiligheidsmonitor/veiligheidsmonitor-maastricht.csv"))
                .contains("\"MW00000\";\"GM0935\";\"2021JJ00\";\"7.3\"")
                .contains("\"MW00000\";\"GM0935\";\"2017JJ00\";\".\"");
        assertThat(content("veiligheidsmonitor-gemeente/uitkomsten-maastricht.csv"))
                .contains("\"GM0935\";\"2021JJ00\";\"18,7\";\".\";\"67\";\".\";\"3542\";\"12375\"");
        assertThat(content("veiligheidsmonitor-gemeente/uitkomsten-buurten.csv")
                        .lines()
                        .skip(1))
                .hasSize(5)
                .allMatch(line -> line.contains("\"2021JJ00\";\">=80\""));
        assertThat(content("veiligheidsmonitor/demonstratie-veiligheidsmonitor.csv")
                        .lines()
                        .skip(1)
                        .limit(3))
                .satisfiesExactly(
                        value -> assertThat(value).startsWith("\"MW00000\";\"GM0935\";\"2023JJ00\";\"7.2\""),
                        lower -> assertThat(lower).startsWith("\"MOG0095\";\"GM0935\";\"2023JJ00\";\"7.1\""),
                        upper -> assertThat(upper).startsWith("\"MBG0095\";\"GM0935\";\"2023JJ00\";\"7.3\""));
    }

    @Test
    void filesAreDroppedOnceATable() throws IOException {
        Files.createDirectories(folder.resolve("misdrijven"));

        assertThat(OpenDataFiles.drop(folder)).isEqualTo(files.size() - 1);
        assertThat(OpenDataFiles.drop(folder)).isZero();
        try (Stream<Path> dropped = Files.walk(folder)) {
            assertThat(dropped.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .hasSize(files.size() - 1)
                    .allMatch(files::containsKey);
        }
    }

    private String content(String path) {
        assertThat(files).containsKey(path);
        return files.getOrDefault(path, "");
    }
}
