package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.launcher.Replay;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Open data come through the same door as everything else: revised figures replace earlier ones, broken files stop nothing. */
@ExtendWith(RunningStack.class)
class OpenDataIT {

    private static final String OFFENCES = """
            "Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente "
            "Onderwerp: Geregistreerde misdrijven"
            ""
            "";"Perioden";"2022";"2023";"2024"
            "Soort misdrijf";"Regio's";"aantal";"aantal";"aantal"
            "Totaal misdrijven";"%s";"%s";"%s";"%s"
            "Bron: Politie"
            """;

    private final Stack stack;

    OpenDataIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theFilesOfTheDemoHaveArrivedWithTheirMarks() throws Exception {
        assertThat(values("offence", "misdrijven", "GM0935", "2023JJ00")).startsWith("7840 exactly published_year");
        assertThat(values("population", "bevolking", "NL01", "2025MM10"))
                .containsExactly("18130662 exactly published_year");
        assertThat(values("population", "85984NED", "BU09350000", "2024JJ00"))
                .containsExactly("2330 exactly published_year");
        assertThat(values("perception", "veiligheidsmonitor", "GM0935", "2021JJ00"))
                .containsExactly("7.3 exactly published_year");
        assertThat(values("perception", "veiligheidsmonitor", "GM0935", "2023JJ00"))
                .containsExactly("7.2 [7.1, 7.3] exactly demonstration");
        assertThat(values("perception", "veiligheidsmonitor-gemeente", "BU09350403", "2021JJ00"))
                .containsExactly("80 at_least published_year");
    }

    @Test
    void aRevisedFileReplacesTheFigureAndTheEarlierOneStaysAsHistory() throws Exception {
        assertThat(values("offence", "misdrijven", "GM0917", "2023JJ00"))
                .containsExactly("6233 exactly published_year");

        drop("misdrijven", "herzien.csv", OFFENCES.formatted("Heerlen", "5917", "6241", "6057"));

        Until.holds(() -> assertThat(values("offence", "misdrijven", "GM0917", "2023JJ00"))
                .containsExactly("6233 exactly published_year", "6241 exactly published_year"));
        // what the new file repeats, or does not speak of, says what it said; a connector that was started anew may say
        // it again
        stack.awaitFigures("opendata");
        assertThat(values("offence", "misdrijven", "GM0917", "2022JJ00")).containsOnly("5917 exactly published_year");
        assertThat(Set.copyOf(values("offence", "misdrijven", "GM0928", "2023JJ00")))
                .hasSize(1);
    }

    @Test
    void aBrokenFileIsRefusedWithItsReasonAndTheRestGoesOn() throws Exception {
        drop("misdrijven", "kapot.csv", OFFENCES.formatted("Vaals", "veel", "305", "390"));
        drop("misdrijven", "heel.csv", OFFENCES.formatted("Vaals", "322", "305", "391"));

        Until.holds(() -> assertThat(values("offence", "misdrijven", "GM0981", "2024JJ00"))
                .endsWith("391 exactly published_year"));
        Until.holds(() -> assertThat(refused("kapot.csv"))
                .singleElement()
                .satisfies(event -> assertThat(event.detail())
                        .contains("misdrijven", "line 6", "GM0981, 2022JJ00", "'veel' is not a number")));
        Until.holds(() -> {
            try (Stream<Path> rejected =
                    Files.list(stack.openDataFolder().resolve("misdrijven").resolve("rejected"))) {
                assertThat(rejected.map(file -> String.valueOf(file.getFileName())))
                        .anyMatch(name -> name.endsWith("-kapot.csv"))
                        .anyMatch(name -> name.endsWith("-kapot.csv.reason.txt"));
            }
        });
        try (Replay replay = stack.replay()) {
            refused("kapot.csv")
                    .forEach(event -> replay.dismiss(event.position(), "the file was mended and dropped again"));
        }
        assertThat(refused("kapot.csv")).isEmpty();
    }

    private List<RejectedEvent> refused(String file) {
        try (Replay replay = stack.replay()) {
            return replay.open().stream()
                    .filter(event -> event.reason().equals("refused-at-source")
                            && event.detail().contains(file))
                    .toList();
        }
    }

    /** Puts a file in the folder of a table in one go, as a person who moves it there. */
    private void drop(String table, String name, String content) throws IOException {
        Path inbox = stack.openDataFolder().resolve(table);
        Path unfinished = Files.writeString(inbox.resolve(name + ".part"), content);
        Files.move(unfinished, inbox.resolve(name));
    }

    /** Everything the warehouse has heard of a cell, the newest last. */
    private List<String> values(String sourceTable, String table, String area, String period) throws SQLException {
        String sql = """
                SELECT JSONExtractString(columns, 'value') AS value,
                       JSONExtract(columns, 'lower_bound', 'Nullable(String)') AS lower_bound,
                       JSONExtract(columns, 'upper_bound', 'Nullable(String)') AS upper_bound,
                       JSONExtractString(columns, 'qualifier') AS qualifier,
                       JSONExtractString(columns, 'provenance') AS provenance
                FROM (
                    SELECT _version, any(row) AS columns
                    FROM raw.change_event
                    WHERE source_system = 'opendata' AND source_table = ? AND JSONExtractString(row, 'table') = ?
                        AND JSONExtractString(row, 'area_code') = ? AND JSONExtractString(row, 'period') = ?
                    GROUP BY key, _version
                )
                ORDER BY _version
                """;
        List<String> values = new ArrayList<>();
        try (Connection warehouse = stack.warehouse();
                PreparedStatement statement = warehouse.prepareStatement(sql)) {
            statement.setString(1, sourceTable);
            statement.setString(2, table);
            statement.setString(3, area);
            statement.setString(4, period);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String lower = rows.getString("lower_bound");
                    String margin = lower == null ? "" : " [%s, %s]".formatted(lower, rows.getString("upper_bound"));
                    values.add(rows.getString("value")
                            + margin
                            + ' '
                            + rows.getString("qualifier")
                            + ' '
                            + rows.getString("provenance"));
                }
            }
        }
        return values;
    }
}
