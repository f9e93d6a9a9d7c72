package nl.mjpmonitor.warehouse.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checked-in handbook is the one that the catalogue gives. With {@code -Dhandbook.write=FILE} it is written first. */
class HandbookTest {

    private static final Path CHECKED_IN = Path.of("..", "docs", "indicators.md");
    private static final String COMMAND =
            "./mvnw -pl warehouse test -Dtest=HandbookTest -Dhandbook.write=$PWD/docs/indicators.md";
    private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");

    @Test
    void isUpToDate() throws IOException {
        Optional.ofNullable(System.getProperty("handbook.write"))
                .ifPresent(
                        file -> assertThat(HandbookCommand.run(List.of(file))).isZero());

        assertThat(Files.readString(CHECKED_IN).equals(Handbook.load().text()))
                .as("docs/indicators.md is what the catalogue gives; otherwise write it anew with\n  %s", COMMAND)
                .isTrue();
    }

    @Test
    void leadsSomewhereWithEveryLink() {
        String text = Handbook.load().text();

        assertThat(groups(LINK, text)).isSubsetOf(groups(ANCHOR, text));
    }

    @Test
    void tellsOfEveryIndicator() {
        String text = Handbook.load().text();

        assertThat(IndicatorCatalogue.load().indicators())
                .allSatisfy(indicator -> assertThat(text)
                        .contains("#### " + indicator.name().nl() + "\n", "| Code | `" + indicator.id() + "` |"));
    }

    @Test
    void writesNumbersAsTheyArePrinted() {
        assertThat(Handbook.load().text())
                .contains("| 2019 | 1.596 | Uitvoeringsplan Veiligheid 2024, paragraaf 3.3.1 |")
                .contains("| 2022-2023 | +16% |", "| 2022-2023 | -23% |")
                .contains("| 2021 | 7,3 |", "| eind 2023 | > 300.000 |", "| 2023 | ca. 2.000 |", "| 2021 | onbekend |");
    }

    @Test
    void refusesAWrongCall(@TempDir Path folder) throws IOException {
        assertThat(HandbookCommand.run(List.of())).isEqualTo(2);
        assertThat(HandbookCommand.run(
                        List.of(folder.resolve("none").resolve("file.md").toString())))
                .isEqualTo(1);
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
