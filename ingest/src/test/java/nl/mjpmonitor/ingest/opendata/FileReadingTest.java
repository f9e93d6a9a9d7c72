package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the connector does with files that people drop. */
class FileReadingTest {
    private static final String TABLE = "veiligheidsmonitor";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();

    private FakeWorker worker(String... tables) {
        return worker(Map.of(), tables);
    }

    private FakeWorker worker(Map<String, String> more, String... tables) {
        Map<String, String> settings = Fixtures.settings(folder, tables);
        settings.putAll(more);
        return new FakeWorker(settings, clock);
    }

    private List<String> names(String where) throws IOException {
        try (Stream<Path> files =
                Files.list(folder.resolve("drop").resolve(TABLE).resolve(where))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileOfTheVeiligheidsmonitorBecomesCells() {
        Fixtures.drop(folder, TABLE, "vm2021.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            Struct complete = worker.runUntilReading("complete");
            assertThat(complete.getString("source")).isEqualTo("vm2021.csv");
            assertThat(complete.getString("source_sha256")).hasSize(64);
            assertThat(worker.table())
                    .hasSize(12)
                    .containsEntry("safety_mark GM0935 2021JJ00 MW00000", "7.3 definitive")
                    .containsEntry("unsafe_share NL01 2021JJ00 MBG0095", "33.6 definitive")
                    .containsEntry("safety_mark GM0935 2021JJ00 MBG0095", "null unknown");
        }
    }

    @Test
    void aFileThatRWroteIsTheSameKindOfFile() {
        Fixtures.drop(folder, TABLE, "vm2023.csv", Fixtures.resource("survey-r.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            worker.runUntilReading("complete");
            assertThat(worker.table())
                    .hasSize(4)
                    .containsEntry("safety_mark NL01 2023JJ00 MW00000", "7.4 definitive")
                    .containsEntry("safety_mark GM0935 2023JJ00 MW00000", "null unknown");
        }
    }

    @Test
    void aFileLeavesTheFolderOnlyWhenItsOffsetIsCommitted() throws IOException {
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            List<SourceRecord> batch = worker.poll();
            assertThat(batch).hasSize(14);
            assertThat(worker.poll()).as("it is not read twice").isEmpty();
            assertThat(names("")).containsExactly("vm.csv");
            worker.commit(batch);
            worker.poll();
            assertThat(names("")).isEmpty();
            assertThat(names("accepted")).singleElement().asString().endsWith("-vm.csv");
        }
    }

    @Test
    void aFileThatWasReadButNotCommittedIsReadAgainAfterACrash() throws IOException {
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            assertThat(worker.poll()).hasSize(14);
            worker.crash();
            worker.runUntilReading("complete");
            assertThat(worker.cells()).hasSize(12);
            worker.runIdle();
            assertThat(names("accepted")).hasSize(1);
        }
    }

    @Test
    void theSameContentUnderAnotherNameIsPutAwayUnread() throws IOException {
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            worker.runUntilReading("complete");
            worker.runIdle();
            worker.forget();
            worker.crash();
            Fixtures.drop(folder, TABLE, "vm (1).csv", Fixtures.resource("survey-raw.csv"));
            worker.runIdle();
            assertThat(worker.committed()).isEmpty();
            assertThat(names("")).isEmpty();
            assertThat(names("accepted")).hasSize(2);
        }
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAlone() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("drop").resolve(TABLE));
        Path file = inbox.resolve("vm.csv");
        byte[] whole = Fixtures.resource("survey-raw.csv");
        Map<String, String> settling = Map.of("files.settle.ms", "60000");
        try (FakeWorker worker = worker(settling, Fixtures.SURVEY)) {
            Files.write(
                    file,
                    new String(whole, StandardCharsets.UTF_8).substring(0, 150).getBytes(StandardCharsets.UTF_8));
            worker.runIdle();
            clock.putForward(Duration.ofSeconds(45));
            worker.runIdle();
            Files.write(file, whole);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
            clock.putForward(Duration.ofSeconds(45));
            worker.runIdle();
            assertThat(worker.committed()).isEmpty();
            clock.putForward(Duration.ofSeconds(61));
            worker.runUntilReading("complete");
            assertThat(worker.cells()).hasSize(12);
        }
    }

    @Test
    void filesWithTheNameOfSomethingUnfinishedAreLeftAlone() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("drop").resolve(TABLE));
        for (String name : List.of(".vm.csv.swp", "vm.csv.part", "vm.csv.crdownload", "~lock.vm.csv", "vm.tmp")) {
            Files.writeString(inbox.resolve(name), "not yet");
        }
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            worker.runIdle();
            assertThat(worker.committed()).isEmpty();
            Files.write(inbox.resolve("vm.csv.part"), Fixtures.resource("survey-raw.csv"));
            Files.move(inbox.resolve("vm.csv.part"), inbox.resolve("vm.csv"));
            worker.runUntilReading("complete");
        }
    }

    @Test
    void aBrokenFileIsSetAsideWithItsReasonAndTheNextIsRead() throws IOException {
        byte[] broken = new String(Fixtures.resource("survey-raw.csv"), StandardCharsets.UTF_8)
                .replace("    37.1", "    37,1")
                .getBytes(StandardCharsets.UTF_8);
        Path dropped = Fixtures.drop(folder, TABLE, "broken.csv", broken);
        Files.setLastModifiedTime(dropped, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        String reason = "line 5: unsafe_share, GM0935, 2021JJ00, Marges MW00000: '37,1' is not a number with a decimal "
                + "point nor a symbol that stands for one";
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            Struct rejected = worker.runUntilReading("rejected");
            assertThat(rejected.getString("source")).isEqualTo("broken.csv");
            assertThat(rejected.getString("reason")).isEqualTo(reason);
            worker.runUntilReading("complete");
            worker.runIdle();
            assertThat(worker.cells()).hasSize(12);
            List<String> names = names("rejected");
            assertThat(names).hasSize(2);
            Path text =
                    folder.resolve("drop").resolve(TABLE).resolve("rejected").resolve(names.get(1));
            assertThat(text).content().contains("broken.csv").contains(reason);
            assertThat(folder.resolve("drop").resolve(TABLE).resolve("rejected").resolve(names.get(0)))
                    .hasBinaryContent(broken);
        }
    }

    @Test
    void aRejectedFileIsTriedAgainWhenItIsDroppedAgain() throws IOException {
        byte[] file = Fixtures.resource("portal-offences.csv");
        String forgetful = Fixtures.PORTAL_OFFENCES.replace("\"Maastricht\": \"GM0935\", ", "");
        Fixtures.drop(folder, "misdrijven", "m.csv", file);
        try (FakeWorker worker = worker(forgetful)) {
            assertThat(worker.runUntilReading("rejected").getString("reason"))
                    .isEqualTo("line 7: no area is known as 'Maastricht': when it is right, add it to 'area.labels' in "
                            + "the table's definition and drop the file again");
            worker.runIdle();
            Fixtures.definitions(folder, Fixtures.PORTAL_OFFENCES);
            worker.crash();
            Fixtures.drop(folder, "misdrijven", "m.csv", file);
            worker.runUntilReading("complete");
            assertThat(worker.cells()).hasSize(18);
        }
    }

    @Test
    void aFileThatIsTooLargeIsSetAside() throws IOException {
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Map.of("files.max.bytes", "100"), Fixtures.SURVEY)) {
            assertThat(worker.runUntilReading("rejected").getString("reason"))
                    .contains("larger than 'files.max.bytes' allows");
            worker.runIdle();
            assertThat(names("rejected")).hasSize(2);
        }
    }

    @Test
    void aRevisedFilePublishesWhatChangedAndWithdrawsWhatItLacks() {
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            worker.runUntilReading("complete");
            worker.forget();
            String revised = new String(Fixtures.resource("survey-raw.csv"), StandardCharsets.UTF_8)
                    .replace("    37.1", "    37.2")
                    .replaceAll("4;\"MOG0095.*\\R", "");
            Fixtures.drop(folder, TABLE, "revised.csv", revised.getBytes(StandardCharsets.UTF_8));
            worker.runUntilReading("complete");
            assertThat(worker.cells())
                    .extracting(cell -> FakeWorker.key(cell) + " " + cell.getString("value") + " "
                            + cell.getBoolean("is_withdrawn") + " " + cell.getInt64("revision"))
                    .containsExactlyInAnyOrder(
                            "unsafe_share GM0935 2021JJ00 MW00000 37.2 false 2",
                            "unsafe_share GM0935 2021JJ00 MOG0095 null true 2",
                            "safety_mark GM0935 2021JJ00 MOG0095 null true 2");
        }
    }

    @Test
    void aFileThatHoldsAChoiceOfCellsWithdrawsNothing() {
        Fixtures.drop(folder, "bevolking", "all.csv", Fixtures.resource("portal-population.csv"));
        try (FakeWorker worker = worker(Fixtures.PORTAL_POPULATION)) {
            worker.runUntilReading("complete");
            worker.forget();
            String fewer = new String(Fixtures.resource("portal-population.csv"), StandardCharsets.UTF_8)
                    .replaceAll("\"Beek.*\\R", "")
                    .replace("125733", "125734");
            Fixtures.drop(folder, "bevolking", "fewer.csv", fewer.getBytes(StandardCharsets.UTF_8));
            worker.runUntilReading("complete");
            assertThat(worker.cells())
                    .singleElement()
                    .extracting(cell -> cell.getString("value"))
                    .isEqualTo("125734");
        }
    }

    @Test
    void anOlderFileDoesNotMakeFiguresProvisionalThatWereDefinitive() {
        try (FakeWorker worker = worker(Fixtures.PORTAL_OFFENCES)) {
            Fixtures.drop(folder, "misdrijven", "2025.csv", Fixtures.resource("portal-offences.csv"));
            worker.runUntilReading("complete");
            assertThat(worker.cell("GM0935", "2025MM10").getString("status")).isEqualTo("unknown");
            String older = new String(Fixtures.resource("portal-offences.csv"), StandardCharsets.UTF_8)
                    .replace("2025 ", "2019 ");
            Fixtures.drop(folder, "misdrijven", "2019.csv", older.getBytes(StandardCharsets.UTF_8));
            worker.forget();
            worker.runUntilReading("complete");
            assertThat(worker.table()).containsEntry("registered_offences GM0935 2019MM11 1.2.4", "29 definitive");
        }
    }

    @Test
    void severalTablesAreReadByOneTask() {
        Fixtures.drop(folder, TABLE, "vm.csv", Fixtures.resource("survey-raw.csv"));
        Fixtures.drop(folder, "bevolking", "b.csv", Fixtures.resource("portal-population.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY, Fixtures.PORTAL_POPULATION)) {
            worker.runUntilReading("complete");
            worker.runUntilReading("complete");
            assertThat(worker.values("opendata.cell.perception")).hasSize(12);
            assertThat(worker.values("opendata.cell.population")).hasSize(28);
        }
    }

    @Test
    void aFileSaysByItsNameThatItsFiguresAreMadeUp() {
        Fixtures.drop(folder, TABLE, "demonstratie-vm.csv", Fixtures.resource("survey-raw.csv"));
        try (FakeWorker worker = worker(Fixtures.SURVEY)) {
            worker.runUntilReading("complete");
            assertThat(worker.cells())
                    .hasSize(12)
                    .allMatch(cell -> cell.getString("provenance").equals("demonstration"));

            // the same figures, published after all
            worker.forget();
            Fixtures.drop(folder, TABLE, "vm.csv", (text("survey-raw.csv") + "\n").getBytes(StandardCharsets.UTF_8));
            worker.runUntilReading("complete");
            assertThat(worker.cells())
                    .hasSize(12)
                    .allMatch(cell -> cell.getString("provenance").equals("published_year"));
        }
    }

    @Test
    void aHeartbeatTellsThatTheFoldersAreLookedAt() {
        try (FakeWorker worker = worker(Map.of("heartbeat.interval.ms", "5000"), Fixtures.SURVEY)) {
            worker.runIdle();
            clock.putForward(Duration.ofSeconds(5));
            worker.runIdle();
            assertThat(worker.values("__debezium-heartbeat.opendata"))
                    .extracting(beat -> beat.getInt64("ts_ms"))
                    .hasSize(2)
                    .isSorted();
        }
    }

    private static String text(String resource) {
        return new String(Fixtures.resource(resource), StandardCharsets.UTF_8);
    }
}
