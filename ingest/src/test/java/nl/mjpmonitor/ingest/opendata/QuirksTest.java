package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peculiarities of the police's and Statistics Netherlands' data, each survived by the whole connector. */
class QuirksTest {
    private static final String MAASTRICHT = "GM0935    ";
    private static final String CENTRE = "BU09350000";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private FakeODataServer server;

    @BeforeEach
    void startServer() {
        server = new FakeODataServer(3)
                .code("Perioden", "2025JJ00")
                .code("Perioden", "2025MM10")
                .code("Perioden", "2025MM11")
                .offences("0.0.0 ", MAASTRICHT, "2025JJ00", 7840)
                .offences("0.0.0 ", MAASTRICHT, "2025MM10", 733)
                .offences("0.0.0 ", MAASTRICHT, "2025MM11", 695)
                .offences("1.2.4 ", MAASTRICHT, "2025MM11", 29)
                .offences("2.6.10", CENTRE, "2025MM11", 3)
                .offences("0.0.0 ", "NL00      ", "2025MM11", 66104);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private FakeWorker worker(String table) {
        Map<String, String> settings = Fixtures.settings(folder, table);
        settings.put("servers", "dataderden=" + server.address() + ",datasets=" + server.address());
        return new FakeWorker(settings, clock);
    }

    private FakeWorker read(String table) {
        FakeWorker worker = worker(table);
        worker.runUntilReading("complete");
        return worker;
    }

    private FakeWorker readFile(String table, String id, byte[] file) {
        Fixtures.drop(folder, id, "file.csv", file);
        return read(table);
    }

    @Nested
    @DisplayName("1. Codes are padded with spaces, to a different width in every column")
    class PaddedKeys {
        @Test
        void codesArePublishedWithoutPadding() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.table())
                        .containsEntry("registered_offences GM0935 2025MM11 1.2.4", "29 provisional")
                        .containsEntry("registered_offences BU09350000 2025MM11 2.6.10", "3 provisional");
            }
        }

        @Test
        void filtersKeepThePaddingThatTheSourceGivesACode() {
            String slicedByKind = Fixtures.MONTHLY_OFFENCES.replace(
                    "\"sliceBy\": [\"Perioden\"]", "\"sliceBy\": [\"Perioden\", \"SoortMisdrijf\"]");
            server.code("SoortMisdrijf", "0.0.0 ")
                    .code("SoortMisdrijf", "1.2.4 ")
                    .code("SoortMisdrijf", "2.6.10");
            try (FakeWorker worker = read(slicedByKind)) {
                assertThat(worker.table()).hasSize(6);
                assertThat(server.dataRequests())
                        .anySatisfy(request -> assertThat(request.getQuery()).contains("SoortMisdrijf eq '1.2.4 '"));
            }
        }

        @Test
        void oneAreaWithTwoCodesGetsOne() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.cell("NL01", "2025MM11").getString("value")).isEqualTo("66104");
            }
        }
    }

    @Nested
    @DisplayName("2. Years stand among the months, and labels of periods carry stars")
    class PeriodCodes {
        @Test
        void yearsAndMonthsKeepTheirGrain() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                Struct year = worker.cell("GM0935", "2025JJ00");
                assertThat(year.getString("period_grain")).isEqualTo("year");
                assertThat(year.getString("period_start")).isEqualTo("2025-01-01");
                assertThat(worker.cell("GM0935", "2025MM11").getString("period_grain"))
                        .isEqualTo("month");
            }
        }

        @Test
        void periodsAreAskedForOneByOneAndNeverAsARange() {
            read(Fixtures.MONTHLY_OFFENCES).close();
            assertThat(server.dataRequests())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.getQuery())
                            .contains("Perioden eq '2025")
                            .doesNotContain(" ge ")
                            .doesNotContain(" le "));
        }

        @Test
        void aGrainThatIsNotWantedIsLeftOut() {
            String monthsOnly = Fixtures.MONTHLY_OFFENCES.replace("[\"month\", \"year\"]", "[\"month\"]");
            try (FakeWorker worker = read(monthsOnly)) {
                assertThat(worker.table())
                        .hasSize(5)
                        .allSatisfy((key, value) -> assertThat(key).doesNotContain("JJ00"));
            }
        }

        @Test
        void aStarMakesAPeriodOfThePortalProvisionalAlsoBehindASpace() {
            try (FakeWorker worker =
                    readFile(Fixtures.PORTAL_POPULATION, "bevolking", Fixtures.resource("portal-population.csv"))) {
                assertThat(worker.cell("GM0935", "2025MM03").getString("status"))
                        .isEqualTo("provisional");
                assertThat(worker.cell("GM0935", "2025MM04").getString("status"))
                        .isEqualTo("provisional");
                assertThat(worker.cell("GM0935", "2024JJ00").getString("status"))
                        .isEqualTo("definitive");
            }
        }
    }

    @Nested
    @DisplayName("3. Totals stand among the categories")
    class TotalRows {
        @Test
        void totalsAreMarkedSoThatNobodyAddsThemUp() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.cells())
                        .allSatisfy(cell -> assertThat(cell.getBoolean("is_total"))
                                .isEqualTo("0.0.0".equals(cell.getString("category"))));
                assertThat(worker.cells()).anyMatch(cell -> cell.getBoolean("is_total"));
                assertThat(worker.cells()).anyMatch(cell -> !cell.getBoolean("is_total"));
            }
        }
    }

    @Nested
    @DisplayName("4. A row that is not there means zero in one table and unknown in the next")
    class MissingRows {
        @Test
        void theReadingSaysWhatAMissingRowMeans() {
            try (FakeWorker worker = worker(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.runUntilReading("complete").getString("missing_means"))
                        .isEqualTo("unknown");
            }
            server.missingDefault("Zero");
            String zero =
                    Fixtures.MONTHLY_OFFENCES.replace("\"missingMeans\": \"unknown\"", "\"missingMeans\": \"zero\"");
            try (FakeWorker worker = worker(zero)) {
                assertThat(worker.runUntilReading("complete").getString("missing_means"))
                        .isEqualTo("zero");
            }
        }

        @Test
        void aDefinitionThatSaysOtherwiseThanTheSourceIsRefused() {
            server.missingDefault("Zero");
            try (FakeWorker worker = worker(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.runUntilReading("failed").getString("reason"))
                        .contains("'Default' is Zero")
                        .contains("'missingMeans' must be 'zero'");
                assertThat(worker.cells()).isEmpty();
            }
        }

        @Test
        void aRowWithoutAFigureIsUnknownEvenWhenAMissingRowIsZero() {
            server.missingDefault("Zero");
            server.offences("1.4.1 ", MAASTRICHT, "2025MM10", null);
            String zero =
                    Fixtures.MONTHLY_OFFENCES.replace("\"missingMeans\": \"unknown\"", "\"missingMeans\": \"zero\"");
            try (FakeWorker worker = read(zero)) {
                assertThat(worker.table()).containsEntry("registered_offences GM0935 2025MM10 1.4.1", "null unknown");
            }
        }
    }

    @Nested
    @DisplayName("5. Names change, and a new division of areas covers the whole series")
    class RenamedAndMerged {
        @Test
        void aCategoryThatWasRenamedKeepsItsCode() {
            byte[] old = Fixtures.resource("portal-offences.csv");
            byte[] renamed = new String(old, StandardCharsets.UTF_8)
                    .replace("Zedenmisdrijf", "Zedendelicten")
                    .getBytes(StandardCharsets.UTF_8);
            Fixtures.drop(folder, "misdrijven", "old.csv", old);
            try (FakeWorker worker = worker(Fixtures.PORTAL_OFFENCES)) {
                worker.runUntilReading("complete");
                worker.forget();
                Fixtures.drop(folder, "misdrijven", "renamed.csv", renamed);
                worker.runUntilReading("complete");
                assertThat(worker.cells()).as("nothing but a name has changed").isEmpty();
            }
        }

        @Test
        void aNameThatNobodyKnowsIsNotGuessed() {
            byte[] unknown = new String(Fixtures.resource("portal-offences.csv"), StandardCharsets.UTF_8)
                    .replace("Zedenmisdrijf", "Zeden, overig")
                    .getBytes(StandardCharsets.UTF_8);
            Fixtures.drop(folder, "misdrijven", "unknown.csv", unknown);
            try (FakeWorker worker = worker(Fixtures.PORTAL_OFFENCES)) {
                assertThat(worker.runUntilReading("rejected").getString("reason"))
                        .startsWith("line 10: no Soort misdrijf is known as '1.4.1 Zeden, overig'")
                        .contains("add it to the labels");
                assertThat(worker.cells()).isEmpty();
            }
        }

        @Test
        void cellsOfAnAreaThatIsNoLongerInTheDivisionAreWithdrawn() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                server.removeRows("WijkenEnBuurten", CENTRE);
                server.offences("2.6.10", "BU09350007", "2025MM11", 3);
                server.publish("2026-02-15T02:00:00");
                clock.putForward(Duration.ofHours(2));
                worker.runUntilReading("complete");
                assertThat(worker.cell(CENTRE, "2025MM11").getBoolean("is_withdrawn"))
                        .isTrue();
                assertThat(worker.table())
                        .doesNotContainKey("registered_offences BU09350000 2025MM11 2.6.10")
                        .containsEntry("registered_offences BU09350007 2025MM11 2.6.10", "3 provisional");
            }
        }

        @Test
        void aMunicipalityThatWasMergedHasNoFigureAndNotZero() {
            try (FakeWorker worker =
                    readFile(Fixtures.PORTAL_POPULATION, "bevolking", Fixtures.resource("portal-population.csv"))) {
                Struct merged = worker.cell("GM0881", "2025MM03");
                assertThat(merged.getString("value")).isNull();
                assertThat(merged.getString("status")).isEqualTo("not_applicable");
            }
        }
    }

    @Nested
    @DisplayName("6. Breaks in a series are told in words only")
    class Breaks {
        @Test
        void figuresOnBothSidesOfABreakAreLeftAsTheyAre() {
            // the catalogue knows the breaks; the connector neither bridges nor hides them
            server.code("Perioden", "2018MM06").code("Perioden", "2018MM07");
            server.offences("3.9.1 ", MAASTRICHT, "2018MM06", 10).offences("3.9.1 ", MAASTRICHT, "2018MM07", 45);
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.table())
                        .containsEntry("registered_offences GM0935 2018MM06 3.9.1", "10 definitive")
                        .containsEntry("registered_offences GM0935 2018MM07 3.9.1", "45 definitive");
            }
        }
    }

    @Nested
    @DisplayName("7. Figures are restated, and the status of a period says nothing")
    class Revisions {
        @Test
        void theNewestMonthsAreProvisionalAlthoughTheSourceCallsThemDefinitive() {
            server.code("Perioden", "2025MM08").code("Perioden", "2025MM09");
            server.offences("0.0.0 ", MAASTRICHT, "2025MM08", 640).offences("0.0.0 ", MAASTRICHT, "2025MM09", 701);
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.cell("GM0935", "2025MM08").getString("status"))
                        .isEqualTo("definitive");
                assertThat(worker.cell("GM0935", "2025MM09").getString("status"))
                        .isEqualTo("provisional");
                assertThat(worker.cell("GM0935", "2025JJ00").getString("status"))
                        .as("a year that ends with provisional months, or will")
                        .isEqualTo("provisional");
            }
        }

        @Test
        void onlyWhatWasRestatedIsPublishedAgainWithAHigherRevision() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                worker.forget();
                server.revise("0.0.0 ", MAASTRICHT, "2025MM10", 741);
                server.publish("2026-02-15T02:00:00");
                clock.putForward(Duration.ofHours(2));
                worker.runUntilReading("complete");
                assertThat(worker.cells()).singleElement().satisfies(cell -> {
                    assertThat(cell.getString("value")).isEqualTo("741");
                    assertThat(cell.getInt64("revision")).isEqualTo(2);
                    assertThat(cell.getString("source_modified_at")).isEqualTo("2026-02-15T01:00:00Z");
                });
            }
        }

        @Test
        void aMonthBecomesDefinitiveWhenItIsNoLongerAmongTheNewest() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                worker.forget();
                server.code("Perioden", "2025MM12").code("Perioden", "2026MM01");
                server.offences("0.0.0 ", MAASTRICHT, "2026MM01", 650);
                server.publish("2026-02-15T02:00:00");
                clock.putForward(Duration.ofHours(2));
                worker.runUntilReading("complete");
                assertThat(worker.cell("GM0935", "2025MM10").getString("status"))
                        .isEqualTo("definitive");
                assertThat(worker.table()).hasSize(2);
            }
        }
    }

    @Nested
    @DisplayName("8. Symbols stand for figures")
    class Symbols {
        @Test
        void aPointIsUnknownAndABlankCannotBe() {
            try (FakeWorker worker =
                    readFile(Fixtures.PORTAL_POPULATION, "bevolking", Fixtures.resource("portal-population.csv"))) {
                assertThat(worker.cell("GM0971", "2025MM03").getString("status"))
                        .isEqualTo("unknown");
                assertThat(worker.cell("GM0971", "2025MM03").getString("value")).isNull();
                assertThat(worker.cell("GM0881", "2025MM04").getString("status"))
                        .isEqualTo("not_applicable");
            }
        }

        @Test
        void aPaddedPointOfTheUntypedDataSetIsUnknown() {
            server.offences("1.4.1 ", MAASTRICHT, "2025MM10", "       .");
            server.offences("1.4.6 ", MAASTRICHT, "2025MM10", "      26");
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                assertThat(worker.table())
                        .containsEntry("registered_offences GM0935 2025MM10 1.4.1", "null unknown")
                        .containsEntry("registered_offences GM0935 2025MM10 1.4.6", "26 provisional");
            }
        }
    }

    @Nested
    @DisplayName("9. A new edition comes once a month")
    class Publication {
        @Test
        void aTableThatWasNotChangedIsNotReadAgain() {
            try (FakeWorker worker = read(Fixtures.MONTHLY_OFFENCES)) {
                server.forgetRequests();
                worker.forget();
                clock.putForward(Duration.ofHours(2));
                worker.runIdle();
                assertThat(server.requests()).isNotEmpty();
                assertThat(server.dataRequests()).isEmpty();
                assertThat(worker.committed()).isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("10. Exports of the portal have headers, footers and names, and come in many guises")
    class PortalFiles {
        @Test
        void titleHeadingsUnitsAndSourceLineAreNoFigures() {
            try (FakeWorker worker =
                    readFile(Fixtures.PORTAL_POPULATION, "bevolking", Fixtures.resource("portal-population.csv"))) {
                assertThat(worker.table()).hasSize(7 * 4);
                assertThat(worker.cell("GM0518", "2025MM03").getString("value")).isEqualTo("566919");
                assertThat(worker.cell("GM0888", "2024JJ00").getString("value")).isEqualTo("16251");
            }
        }

        @Test
        void theSameFileWithAnotherEncodingSeparatorAndLineEndGivesTheSameCells() throws Exception {
            String text = new String(Fixtures.resource("portal-population.csv"), StandardCharsets.UTF_8).substring(1);
            List<byte[]> guises = List.of(
                    text.getBytes(StandardCharsets.UTF_8),
                    text.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252")),
                    ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                    text.replace("\";\"", "\",\"").getBytes(StandardCharsets.UTF_8),
                    ("sep=;\n" + text.replace("\"", "")).getBytes(StandardCharsets.UTF_8));
            try (FakeWorker worker =
                    readFile(Fixtures.PORTAL_POPULATION, "bevolking", Fixtures.resource("portal-population.csv"))) {
                for (byte[] guise : guises) {
                    worker.forget();
                    Fixtures.drop(folder, "bevolking", "guise.csv", guise);
                    Struct reading = worker.runUntilReading("complete");
                    assertThat(reading.getInt64("cell_count")).isEqualTo(28);
                    assertThat(worker.cells()).isEmpty();
                }
            }
        }

        @Test
        void aFileWithoutItsLastLineIsCutOffAndSetAside() throws Exception {
            String text = new String(Fixtures.resource("portal-population.csv"), StandardCharsets.UTF_8);
            byte[] cutOff = text.substring(0, text.indexOf("\"Bron")).getBytes(StandardCharsets.UTF_8);
            Fixtures.drop(folder, "bevolking", "cut-off.csv", cutOff);
            try (FakeWorker worker = worker(Fixtures.PORTAL_POPULATION)) {
                assertThat(worker.runUntilReading("rejected").getString("reason"))
                        .contains("the file is cut off");
                worker.runIdle();
                assertThat(worker.cells()).isEmpty();
            }
            Path rejected = folder.resolve("drop/bevolking/rejected");
            try (var files = Files.list(rejected)) {
                assertThat(files.map(file -> file.getFileName().toString().substring(13)))
                        .containsExactlyInAnyOrder("cut-off.csv", "cut-off.csv.reason.txt");
            }
        }
    }
}
