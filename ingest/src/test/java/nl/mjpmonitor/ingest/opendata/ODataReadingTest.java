package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mjpmonitor.ingest.opendata.FakeODataServer.Fault;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the connector does with a service that pages, keeps it waiting, fails and changes its mind. */
class ODataReadingTest {
    private static final String AREA = "BU09350000";
    private static final int ROWS = 7;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private FakeODataServer server;

    @BeforeEach
    void startServer() {
        server = new FakeODataServer(3);
        server.code("Perioden", "2023MM01").code("Perioden", "2025MM11");
        for (int kind = 1; kind <= ROWS; kind++) {
            server.offences("1.2." + kind + " ", AREA, "2023MM01", kind * 10);
        }
        server.offences("1.2.1 ", AREA, "2025MM11", 99);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private FakeWorker worker() {
        return worker(Fixtures.MONTHLY_OFFENCES);
    }

    private FakeWorker worker(String table) {
        return worker(table, Map.of());
    }

    private FakeWorker worker(String table, Map<String, String> more) {
        Map<String, String> settings = Fixtures.settings(folder, table);
        settings.put("servers", "dataderden=" + server.address() + ",datasets=" + server.address());
        settings.putAll(more);
        return new FakeWorker(settings, clock);
    }

    @Test
    void allPagesAreRead() {
        try (FakeWorker worker = worker()) {
            Struct complete = worker.runUntilReading("complete");
            assertThat(complete.getInt64("cell_count")).isEqualTo(ROWS + 1);
            assertThat(worker.cells()).hasSize(ROWS + 1);
            assertThat(server.dataRequests()).hasSize(4);
        }
    }

    @Test
    void aPageIsABatchAndItsLastRecordAloneSaysThatItWasRead() {
        try (FakeWorker worker = worker()) {
            List<SourceRecord> page = List.of();
            while (page.isEmpty() || !FakeWorker.isCell(page.get(0))) {
                worker.commit(page);
                page = worker.poll();
            }
            assertThat(page).hasSize(3);
            assertThat(page.get(0).sourceOffset()).isEqualTo(page.get(1).sourceOffset());
            assertThat(page.get(1).sourceOffset().get("received")).isEqualTo(0L);
            assertThat(page.get(2).sourceOffset().get("received")).isEqualTo(3L);
            assertThat(page.get(2).sourcePartition()).isEqualTo(Map.of("table", "47022NED", "slice", "2023MM01"));
        }
    }

    @Test
    void aRestartGoesOnWithThePageAfterTheLastOneCommitted() {
        try (FakeWorker worker = worker()) {
            worker.runUntil(FakeWorker::isCell);
            worker.poll();
            worker.crash();
            server.forgetRequests();
            worker.runUntilReading("complete");
            assertThat(server.dataRequests().get(0).getQuery()).endsWith("$skip=3");
            assertThat(worker.cells()).hasSize(ROWS + 1);
            assertThat(worker.cells()).extracting(FakeWorker::key).doesNotHaveDuplicates();
            assertThat(worker.values("opendata.control.reading"))
                    .extracting(reading -> reading.getString("state"))
                    .containsExactly("started", "complete");
        }
    }

    @Test
    void pagesWithoutLinksAreFoundByCounting() {
        server.withoutLinks().pageSize(2);
        String skipping = Fixtures.MONTHLY_OFFENCES.replace(
                "\"version\": 3", "\"version\": 3, \"paging\": \"skip\", \"pageSize\": 2");
        try (FakeWorker worker = worker(skipping)) {
            worker.runUntilReading("complete");
            assertThat(worker.cells()).hasSize(ROWS + 1);
        }
    }

    @Test
    void pagesWithoutLinksEndWithTheRowsThatWereAnnounced() {
        server.withoutLinks().announcingRows().pageSize(7);
        String skipping = Fixtures.MONTHLY_OFFENCES.replace(
                "\"version\": 3", "\"version\": 3, \"paging\": \"skip\", \"pageSize\": 7, \"countRows\": true");
        try (FakeWorker worker = worker(skipping)) {
            worker.runUntilReading("complete");
            assertThat(server.dataRequests()).as("no request for an empty page").hasSize(2);
            assertThat(server.dataRequests().get(0).getQuery()).contains("$inlinecount=allpages");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "GONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void afterAFailureTheSameIsAskedAgainAndNothingIsLostOrDouble(Fault fault) {
        Map<String, String> impatient = Map.of("request.timeout.ms", "300");
        try (FakeWorker worker = worker(Fixtures.MONTHLY_OFFENCES, impatient)) {
            server.fail(fault, Fault.NONE, fault, fault, Fault.NONE, fault, Fault.NONE, Fault.NONE, fault);
            worker.runUntilReading("complete");
            assertThat(worker.cells()).hasSize(ROWS + 1);
            assertThat(worker.cells()).extracting(FakeWorker::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void aServiceThatAsksForPatienceIsLeftAloneForAsLongAsItAsks() {
        server.retryAfter("120");
        server.fail(Fault.THROTTLED);
        try (FakeWorker worker = worker()) {
            worker.runIdle();
            assertThat(server.requests()).hasSize(1);
            clock.putForward(Duration.ofSeconds(110));
            worker.runIdle();
            assertThat(server.requests()).hasSize(1);
            clock.putForward(Duration.ofSeconds(11));
            worker.runUntilReading("complete");
        }
    }

    @Test
    void aServiceMayAskForPatienceUntilAMoment() {
        server.retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2)));
        server.fail(Fault.THROTTLED);
        try (FakeWorker worker = worker()) {
            worker.runIdle();
            clock.putForward(Duration.ofSeconds(100));
            worker.runIdle();
            assertThat(server.requests()).hasSize(1);
            clock.putForward(Duration.ofSeconds(21));
            worker.runUntilReading("complete");
        }
    }

    @Test
    void requestsAreNotFasterThanIsPolite() {
        try (FakeWorker worker = worker(Fixtures.MONTHLY_OFFENCES, Map.of("request.interval.ms", "60000"))) {
            worker.runIdle();
            assertThat(server.requests()).hasSize(1);
            clock.putForward(Duration.ofSeconds(61));
            worker.runIdle();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anOutageIsReportedOnceAndOvercome() {
        try (FakeWorker worker = worker()) {
            worker.runUntil(FakeWorker::isCell);
            server.misfortune(() -> Fault.BROKEN);
            Struct failed = worker.runUntilReading("failed");
            assertThat(failed.getString("reason")).contains("TypedDataSet answered 500");
            worker.runIdle();
            server.misfortune(() -> Fault.NONE);
            worker.runUntilReading("complete");
            assertThat(worker.values("opendata.control.reading"))
                    .extracting(reading -> reading.getString("state"))
                    .containsExactly("started", "failed", "complete");
            assertThat(worker.cells()).hasSize(ROWS + 1);
        }
    }

    @Test
    void aRefusalIsReportedAndTheTableIsLookedAtAgainLater() {
        server.fail(Fault.GONE);
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("failed").getString("reason"))
                    .isEqualTo("the service refuses: /ODataApi/odata/47022NED/TableInfos answered 404");
            worker.runIdle();
            assertThat(server.requests()).hasSize(1);
            clock.putForward(Duration.ofHours(1));
            worker.runUntilReading("complete");
        }
    }

    @Test
    void aLinkThatTheServiceNoLongerKnowsMakesTheTableBeReadAgain() {
        server.fail(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.GONE);
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("abandoned").getString("reason"))
                    .contains("the service refuses: /ODataFeed/odata/47022NED/TypedDataSet answered 404");
            worker.runUntilReading("complete");
            assertThat(worker.cells()).hasSize(ROWS + 1);
        }
    }

    @Test
    void aTableThatChangesWhileItIsReadIsReadAgain() {
        AtomicInteger pages = new AtomicInteger();
        server.beforePage(() -> {
            if (pages.incrementAndGet() == 3) {
                server.revise("1.2.1 ", AREA, "2023MM01", 11);
                server.publish("2026-02-15T02:00:00");
            }
        });
        try (FakeWorker worker = worker()) {
            Struct complete = worker.runUntilReading("complete");
            assertThat(complete.getString("source_modified_at")).isEqualTo("2026-02-15T01:00:00Z");
            assertThat(worker.values("opendata.control.reading"))
                    .extracting(reading -> reading.getString("state"))
                    .containsExactly("started", "abandoned", "started", "complete");
            assertThat(worker.table())
                    .hasSize(ROWS + 1)
                    .containsEntry("registered_offences BU09350000 2023MM01 1.2.1", "11 definitive");
        }
    }

    @Test
    void aTotalThatChangesBetweenTwoPagesAbandonsTheReadingAtOnce() {
        server.announcingRows();
        AtomicInteger pages = new AtomicInteger();
        server.beforePage(() -> {
            if (pages.incrementAndGet() == 2) {
                server.removeRow("1.2.7 ", AREA, "2023MM01");
                server.publish("2026-02-15T02:00:00");
            }
        });
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("abandoned").getString("reason"))
                    .isEqualTo("the table changed while it was read: slice 2023MM01 had 7 rows and has 6");
            worker.runUntilReading("complete");
            assertThat(worker.table()).hasSize(ROWS);
        }
    }

    @Test
    void fewerRowsThanWereAnnouncedAreNotTakenForTheWholeTable() {
        server.announcingRows();
        AtomicInteger pages = new AtomicInteger();
        List<Map<String, Object>> all = server.rows();
        server.beforePage(() -> {
            if (pages.incrementAndGet() == 1) {
                server.linkTo("/ODataFeed/odata/47022NED/TypedDataSet?$format=json&$filter="
                        + "Perioden eq '2023MM01'&$skip=6");
            } else {
                server.linkTo("");
            }
        });
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("abandoned").getString("reason"))
                    .contains("slice 2023MM01 was to have 7 rows and had 4");
            worker.runUntilReading("complete");
            assertThat(worker.table()).hasSameSizeAs(all);
        }
    }

    @Test
    void aTableThatKeepsChangingIsLeftAloneForAWhile() {
        AtomicInteger editions = new AtomicInteger();
        server.beforePage(() -> server.publish("2026-03-01T02:00:%02d".formatted(editions.incrementAndGet() % 60)));
        try (FakeWorker worker = worker()) {
            for (int reading = 1; reading <= 5; reading++) {
                worker.runUntilReading("abandoned");
            }
            server.forgetRequests();
            worker.runIdle();
            assertThat(server.requests()).isEmpty();
            server.beforePage(() -> {});
            clock.putForward(Duration.ofHours(1));
            assertThat(worker.runUntilReading("complete").getInt64("revision")).isEqualTo(6);
        }
    }

    @Test
    void twoPagesThatContradictEachOtherAbandonTheReading() {
        server.offences("1.2.1 ", AREA, "2023MM01", 12345);
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("abandoned").getString("reason"))
                    .contains("two pages give different values for "
                            + "registered_offences, BU09350000, 2023MM01, SoortMisdrijf 1.2.1");
        }
    }

    @Test
    void aRevisionIsFollowedByTheNextAlsoWhenItComesSoonerThanTheCommit() {
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            server.revise("1.2.1 ", AREA, "2023MM01", 11);
            server.publish("2026-02-15T02:00:00");
            clock.putForward(Duration.ofHours(1));
            // nothing of this is committed before the figure goes back
            List<List<SourceRecord>> held = new ArrayList<>();
            while (held.stream().flatMap(List::stream).noneMatch(record -> FakeWorker.isReading(record, "complete"))) {
                held.add(worker.poll());
            }
            server.revise("1.2.1 ", AREA, "2023MM01", 10);
            server.publish("2026-03-15T02:00:00");
            clock.putForward(Duration.ofHours(1));
            while (held.stream()
                            .flatMap(List::stream)
                            .filter(record -> FakeWorker.isReading(record, "complete"))
                            .count()
                    < 2) {
                held.add(worker.poll());
            }
            held.forEach(worker::commit);
            assertThat(worker.table()).containsEntry("registered_offences BU09350000 2023MM01 1.2.1", "10 definitive");
        }
    }

    @Test
    void aCellThatIsGoneIsWithdrawnAndMayComeBack() {
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            server.removeRow("1.2.3 ", AREA, "2023MM01");
            server.publish("2026-02-15T02:00:00");
            clock.putForward(Duration.ofHours(1));
            worker.forget();
            worker.runUntilReading("complete");
            assertThat(worker.cells()).singleElement().satisfies(cell -> {
                assertThat(cell.getBoolean("is_withdrawn")).isTrue();
                assertThat(cell.getString("value")).isNull();
                assertThat(cell.getString("status")).isEqualTo("unknown");
                assertThat(cell.getInt64("revision")).isEqualTo(2);
            });
            server.offences("1.2.3 ", AREA, "2023MM01", 31);
            server.publish("2026-03-15T02:00:00");
            clock.putForward(Duration.ofHours(1));
            worker.runUntilReading("complete");
            assertThat(worker.cells().get(1).getString("value")).isEqualTo("31");
            assertThat(worker.cells().get(1).getBoolean("is_withdrawn")).isFalse();
        }
    }

    @Test
    void aPeriodThatIsGoneIsWithdrawnWhole() {
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            server.removeCode("Perioden", "2023MM01");
            server.removeRows("Perioden", "2023MM01");
            server.publish("2026-02-15T02:00:00");
            clock.putForward(Duration.ofHours(1));
            worker.forget();
            Struct complete = worker.runUntilReading("complete");
            assertThat(complete.getInt64("cell_count")).isEqualTo(1);
            assertThat(worker.cells())
                    .hasSize(ROWS)
                    .allSatisfy(
                            cell -> assertThat(cell.getBoolean("is_withdrawn")).isTrue());
            worker.crash();
            worker.forget();
            worker.runIdle();
            assertThat(worker.committed()).isEmpty();
        }
    }

    @Test
    void aRowThatCannotBeIsRejectedAloneAndKeepsNothingElseFromBeingPublished() {
        server.revise("1.2.2 ", AREA, "2023MM01", -5);
        server.revise("1.2.4 ", AREA, "2023MM01", "veertig");
        server.revise("1.2.5 ", AREA, "2023MM01", true);
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            assertThat(worker.values("opendata.control.rejected_row"))
                    .extracting(row -> row.getString("reason"))
                    .containsExactly(
                            "column GeregistreerdeMisdrijven_1: '-5' is below 0",
                            "column GeregistreerdeMisdrijven_1: 'veertig' is not a number with a decimal point "
                                    + "nor a symbol that stands for one",
                            "column GeregistreerdeMisdrijven_1 is neither a number nor text");
            assertThat(worker.table()).hasSize(ROWS - 3 + 1);
        }
    }

    @Test
    void aCellWhoseRowCannotBeReadIsNotTakenForGone() {
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            server.revise("1.2.2 ", AREA, "2023MM01", -5);
            server.publish("2026-02-15T02:00:00");
            clock.putForward(Duration.ofHours(1));
            worker.runUntilReading("complete");
            assertThat(worker.table()).containsEntry("registered_offences BU09350000 2023MM01 1.2.2", "20 definitive");
        }
    }

    @Test
    void aTableThatLostAColumnIsReportedLoudlyAndPublishesNothing() {
        server.renameMeasure("Misdrijven_1");
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("failed").getString("reason"))
                    .isEqualTo("the table is not what its definition says: "
                            + "it has no measure 'GeregistreerdeMisdrijven_1'");
            assertThat(worker.cells()).isEmpty();
        }
    }

    @Test
    void aTableWithMoreCellsThanAnOffsetHoldsIsReported() {
        for (int kind = 100; kind < 400; kind++) {
            server.offences(kind + ".1 ", AREA, "2023MM01", kind * 7919 % 1000);
        }
        try (FakeWorker worker = worker(Fixtures.MONTHLY_OFFENCES, Map.of("offset.max.characters", "1000"))) {
            assertThat(worker.runUntilReading("failed").getString("reason"))
                    .contains("slice '2023MM01' has ")
                    .contains("slice the table by a further dimension");
        }
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed() {
        server.linkTo("http://elsewhere.invalid/ODataFeed/odata/47022NED/TypedDataSet?$skip=3");
        try (FakeWorker worker = worker()) {
            assertThat(worker.runUntilReading("failed").getString("reason")).contains("leads elsewhere");
        }
    }

    @Test
    void anotherDefinitionOfATableMakesItReadAgain() {
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            Fixtures.definitions(
                    folder, Fixtures.MONTHLY_OFFENCES.replace("\"newestMonths\": 3", "\"newestMonths\": 36"));
            worker.crash();
            worker.forget();
            worker.runUntilReading("complete");
            assertThat(worker.cells())
                    .hasSize(ROWS)
                    .allSatisfy(cell -> assertThat(cell.getString("status")).isEqualTo("provisional"));
        }
    }

    @Test
    void anUnchangedTableIsNotReadAgainAfterARestart() {
        try (FakeWorker worker = worker()) {
            worker.runUntilReading("complete");
            worker.crash();
            server.forgetRequests();
            worker.forget();
            worker.runIdle();
            assertThat(worker.committed()).isEmpty();
            assertThat(server.dataRequests()).isEmpty();
        }
    }

    @Test
    void version4GivesOneObservationARow() {
        server.close();
        server = new FakeODataServer(4);
        server.renameMeasure("M001534");
        server.code("Perioden", "1995JJ00", "1995", "Definitive").code("Perioden", "2026JJ00", "2026*", "Provisional");
        server.row(observation("NL01", "1995JJ00", "None", 93750.0));
        server.row(observation("NL01", "2026JJ00", "None", 94000.5));
        server.row(observation("GM0935", "1995JJ00", "Impossible", null));
        server.row(observation("GM0935", "2026JJ00", "Secret", null));
        server.row(observation("GM0363", "2026JJ00", "None", 1));
        try (FakeWorker worker = worker(Fixtures.OBSERVATIONS)) {
            worker.runUntilReading("complete");
            assertThat(worker.table())
                    .containsOnly(
                            Map.entry("population NL01 1995JJ00 ", "93750 definitive"),
                            Map.entry("population NL01 2026JJ00 ", "94000.5 provisional"),
                            Map.entry("population GM0935 1995JJ00 ", "null not_applicable"),
                            Map.entry("population GM0935 2026JJ00 ", "null unknown"));
            assertThat(server.dataRequests().get(0).getQuery())
                    .isEqualTo("$filter=Perioden eq '1995JJ00' and (startswith(RegioS,'NL') or "
                            + "startswith(RegioS,'GM0935')) and Measure eq 'M001534'");
            assertThat(worker.values("opendata.control.reading").get(0).getString("source_modified_at"))
                    .isEqualTo("2026-01-15T02:00:00Z");
        }
    }

    private static Map<String, Object> observation(String area, String period, String attribute, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Id", 1);
        row.put("Measure", "M001534");
        row.put("ValueAttribute", attribute);
        row.put("Value", value);
        row.put("StringValue", null);
        row.put("RegioS", area);
        row.put("Perioden", period);
        return row;
    }
}
