package nl.mjpmonitor.streaming.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.streaming.registrations.PoliceRegistrations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DebeziumDecoderTest {

    private static final int MAX_EVENT_BYTES = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RecordDecoder decoder =
            new RecordDecoder(ContractSources.packaged().compile(List.of(new PoliceRegistrations())), MAX_EVENT_BYTES);

    @Nested
    class ARecordOfTheConnector {

        @Test
        void anUpdateIsAChangeWithTheRowInTheContractsOrder() throws IOException {
            ChangeEvent event = change(sample("registration-update"));

            assertThat(event.system()).isEqualTo("politiecijfers");
            assertThat(event.table()).isEqualTo("registration");
            assertThat(event.key()).isEqualTo("{\"registration_id\":1}");
            assertThat(event.operation()).isEqualTo(Operation.UPDATE);
            assertThat(event.row())
                    .isEqualTo("{\"registration_id\":1,\"delivery_id\":1,\"police_class\":\"A40\",\"area_code\":"
                            + "\"BU09350000\",\"month\":\"2023-01-01Z\",\"registration_count\":14,\"is_withdrawn\":false,"
                            + "\"updated_at\":\"2026-11-21T07:17:20.564398Z\"}");
            assertThat(event.version()).isEqualTo(ChangeVersion.streamed(1, 29_667_304L, 1));
            assertThat(event.sourceAt()).isEqualTo(Instant.ofEpochMilli(1_795_245_440_566L));
            assertThat(event.knownAt()).isEqualTo(Instant.ofEpochMilli(1_795_245_440_877L));
            assertThat(event.offset()).isEqualTo(4);
            assertThat(event.original()).isNull();
        }

        @Test
        void aDeleteIsAChangeWithoutRowWhateverItsInventedDefaults() throws IOException {
            ChangeEvent event = change(sample("registration-delete"));

            assertThat(event.operation()).isEqualTo(Operation.DELETE);
            assertThat(event.key()).isEqualTo("{\"registration_id\":3}");
            assertThat(event.row()).isNull();
        }

        @Test
        void aSnapshotReadHasOrderZero() throws IOException {
            assertThat(change(sample("registration-snapshot")).version().order())
                    .isZero();
            assertThat(change(sample("offence-kind-class-snapshot")).version().order())
                    .isZero();
        }

        @Test
        void aChangeStandsWhereTheTransactionBeforeItWasCommittedNotWhereItStandsInTheLog() {
            ChangeEvent ofALongTransaction = change(
                    EventBuilder.registration(1).version(5_000, 2).lsn(900).record());

            assertThat(ofALongTransaction.version()).isEqualTo(ChangeVersion.streamed(1, 5_000, 2));
        }

        @Test
        void theFirstChangesInTheStreamAreNewerThanTheSnapshotThoughTheyMayStandBeforeItInTheLog() throws IOException {
            assertThat(change(sample("registration-create")).version())
                    .isEqualTo(ChangeVersion.streamed(1, 29_666_816L, 1));

            ChangeEvent read =
                    change(EventBuilder.registration(1).readBySnapshot(5_000).record());
            ChangeEvent open = change(
                    EventBuilder.registration(1).version(900, 1).firstInStream().record());
            assertThat(open.version().isNewerThan(read.version())).isTrue();
        }

        @Test
        void aRowReadByAnIncrementalSnapshotIsNewerThanWhatWasStreamedBeforeItAndOlderThanWhatComesAfter() {
            ChangeVersion before = change(
                            EventBuilder.registration(1).version(5_000, 7).record())
                    .version();
            ChangeVersion read = change(EventBuilder.registration(1)
                            .operation("r")
                            .version(5_100, 1)
                            .record())
                    .version();
            ChangeVersion after = change(EventBuilder.registration(1)
                            .version(5_100, 1)
                            .lsn(4_900)
                            .record())
                    .version();

            assertThat(read.isNewerThan(before)).isTrue();
            assertThat(after.isNewerThan(read)).isTrue();
        }

        @Test
        void aKeyUpdateIsADeleteAndACreateAtOnePosition() throws IOException {
            ChangeEvent delete = change(sample("key-update-1-delete"));
            ChangeEvent create = change(sample("key-update-3-create"));

            assertThat(decoder.decode(sample("key-update-2-tombstone"))).isEqualTo(Decoded.Ignored.TOMBSTONE);
            assertThat(delete.key()).isNotEqualTo(create.key());
            assertThat(delete.version().lsn()).isEqualTo(create.version().lsn());
            assertThat(delete.version().order()).isLessThan(create.version().order());
        }

        @Test
        void aTombstoneIsIgnored() throws IOException {
            assertThat(decoder.decode(sample("registration-tombstone"))).isEqualTo(Decoded.Ignored.TOMBSTONE);
        }

        @Test
        void aHeartbeatIsASignOfProgress() throws IOException {
            assertThat(decoder.decode(sample("heartbeat")))
                    .isEqualTo(new Decoded.Heartbeat(new SourceProgress(
                            "politiecijfers",
                            Instant.ofEpochMilli(1_795_245_408_421L),
                            Instant.ofEpochMilli(1_795_245_408_936L))));
        }

        @Test
        void aTruncateIsRejectedBecauseItNamesNoKeys() throws IOException {
            assertThat(rejected(sample("truncate")).event().violation().reason())
                    .isEqualTo(RejectReason.TRUNCATE);
        }

        @Test
        void everySampleOfACapturedTableIsUnderstood() throws IOException {
            try (Stream<Path> samples = Files.list(samples())) {
                for (Path file : samples.filter(
                                file -> !file.getFileName().toString().matches("truncate.*|transaction.*"))
                        .toList()) {
                    assertThat(decoder.decode(sample(file)))
                            .as("%s", file.getFileName())
                            .isNotInstanceOf(Decoded.Rejected.class);
                }
            }
        }
    }

    @Nested
    class ABadRecord {

        static Stream<Arguments> badRecords() {
            EventBuilder oversized = EventBuilder.registration(1).column("remark", '"' + "x".repeat(20_000) + '"');
            EventBuilder plain = EventBuilder.registration(1);
            return Stream.of(
                    bad("broken-json", "value: ", plain.record("{\"registration_id\":1}", "{\"op\":\"u\", broken")),
                    bad("broken-json", "value: ", plain.record("{\"registration_id\":1}", "[]")),
                    bad("broken-json", "value: ", plain.record("{\"registration_id\":1}", plain.envelope() + "}")),
                    bad(
                            "broken-json",
                            "value: ",
                            plain.record("{\"registration_id\":1}", "{\"op\":\"u\",\"op\":\"d\"}")),
                    bad("oversized", "at most 10000 bytes", oversized.record()),
                    bad("broken-envelope", "op: ", plain.record("{\"registration_id\":1}", "{}")),
                    bad("broken-envelope", "source: ", plain.record("{\"registration_id\":1}", "{\"op\":\"u\"}")),
                    bad(
                            "broken-envelope",
                            "after: ",
                            plain.record(
                                    "{\"registration_id\":1}",
                                    EventBuilder.registration(1)
                                            .operation("d")
                                            .envelope()
                                            .replace("\"op\":\"d\"", "\"op\":\"u\""))),
                    bad(
                            "unknown-table",
                            "source: must be table politie.registration",
                            plain.record(
                                    "{\"registration_id\":1}",
                                    plain.envelope().replace("\"table\":\"registration\"", "\"table\":\"delivery\""))),
                    bad(
                            "unknown-operation",
                            "op: ",
                            EventBuilder.registration(1).operation("x").record()),
                    bad(
                            "missing-version",
                            "header mjp.epoch: ",
                            EventBuilder.registration(1).epoch("").record()),
                    bad(
                            "missing-version",
                            "header mjp.epoch: ",
                            EventBuilder.registration(1).epoch("first").record()),
                    bad(
                            "missing-version",
                            "header mjp.epoch: ",
                            EventBuilder.registration(1).epoch("4294967296").record()),
                    bad(
                            "missing-version",
                            "source.lsn: ",
                            plain.record(
                                    "{\"registration_id\":1}",
                                    plain.envelope().replace("\"lsn\":1000", "\"lsn\":null"))),
                    bad(
                            "missing-version",
                            "source.sequence: ",
                            plain.record(
                                    "{\"registration_id\":1}", plain.envelope().replace("sequence", "no_sequence"))),
                    bad(
                            "missing-version",
                            "source.lsn: ",
                            EventBuilder.registration(1).version(-1, 1).record()),
                    bad(
                            "out-of-range",
                            "registration_count: must be at most",
                            EventBuilder.registration(1)
                                    .column("registration_count", "99999999999999999999")
                                    .record()),
                    bad(
                            "missing-version",
                            "transaction.total_order: ",
                            EventBuilder.registration(1).version(1_000, 0).record()),
                    bad("missing-key", "registration_id", plain.record("{}", plain.envelope())),
                    bad("missing-key", "registration_id", plain.record("{\"registration_id\":null}", plain.envelope())),
                    bad("missing-key", "registration_id", plain.record("{\"registration_id\":2}", plain.envelope())),
                    bad("missing-key", "registration_id", plain.record("no json", plain.envelope())),
                    bad(
                            "missing-column",
                            "registration_count: the column is missing",
                            EventBuilder.registration(1)
                                    .withoutColumn("registration_count")
                                    .record()),
                    bad(
                            "wrong-type",
                            "registration_count: must be of type",
                            EventBuilder.registration(1)
                                    .column("registration_count", "\"13\"")
                                    .record()),
                    bad(
                            "wrong-type",
                            "is_withdrawn: must be of type",
                            EventBuilder.registration(1)
                                    .column("is_withdrawn", "null")
                                    .record()),
                    bad(
                            "wrong-format",
                            "month: must have the form",
                            EventBuilder.registration(1)
                                    .column("month", "\"2023-13-01Z\"")
                                    .record()),
                    bad(
                            "out-of-range",
                            "registration_count: must keep minimum 0",
                            EventBuilder.registration(1)
                                    .column("registration_count", "-13")
                                    .record()),
                    bad(
                            "out-of-range",
                            "month: ",
                            EventBuilder.registration(1)
                                    .column("month", "\"0001-01-01Z\"")
                                    .record()),
                    bad(
                            "unknown-police-class",
                            "police_class: must be a code of codes/police-class.json",
                            EventBuilder.registration(1)
                                    .column("police_class", "\"Q13\"")
                                    .record()),
                    bad(
                            "unknown-area",
                            "area_code: must be a code of codes/area.json",
                            EventBuilder.registration(1)
                                    .column("area_code", "\"BU13130000\"")
                                    .record()),
                    bad(
                            "month-in-future",
                            "month: must not be later",
                            EventBuilder.registration(1)
                                    .column("month", "\"2026-12-01Z\"")
                                    .record()));
        }

        private static Arguments bad(String reason, String detail, ConsumedRecord record) {
            return Arguments.of(reason, detail, record);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("badRecords")
        void isRejectedWithReasonAndExpectation(String reason, String detail, ConsumedRecord record) {
            RejectedEvent event = rejected(record).event();

            assertThat(event.violation().reason().code()).isEqualTo(reason);
            assertThat(event.violation().detail()).contains(detail);
            assertThat(event.record()).isSameAs(record);
            assertThat(event.system()).isEqualTo("politiecijfers");
            assertThat(event.table()).isEqualTo("registration");
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("badRecords")
        void isNotQuotedInTheDetail(String reason, String detail, ConsumedRecord record) {
            assertThat(rejected(record).event().violation().detail()).doesNotContain("Q13", "BU13", "-13", "xxx");
        }

        @Test
        void ofATopicWithoutContractIsRejected() {
            ConsumedRecord record = EventBuilder.registration(1).record();
            ConsumedRecord elsewhere = new ConsumedRecord(
                    "politiecijfers.politie.other",
                    0,
                    1,
                    record.knownAt(),
                    record.key(),
                    record.value(),
                    record.headers());

            RejectedEvent event = rejected(elsewhere).event();

            assertThat(event.violation().reason()).isEqualTo(RejectReason.UNKNOWN_TABLE);
            assertThat(event.table()).isEmpty();
        }

        @Test
        void withSeveralFaultsGivesTheGravestReasonAndNamesAll() {
            ConsumedRecord record = EventBuilder.registration(1)
                    .withoutColumn("updated_at")
                    .column("registration_count", "-1")
                    .column("area_code", "\"elsewhere\"")
                    .record();

            Violation violation = rejected(record).event().violation();

            assertThat(violation.reason()).isEqualTo(RejectReason.MISSING_COLUMN);
            assertThat(violation.detail()).contains("updated_at", "registration_count", "area_code");
        }

        @Test
        void keepsItsPlaceAmongTheChangesOfItsKey() {
            ChangeEvent place = rejected(EventBuilder.registration(7)
                            .column("area_code", "\"elsewhere\"")
                            .version(2_000, 3)
                            .record())
                    .place();

            assertThat(place).isNotNull();
            assertThat(place.operation()).isEqualTo(Operation.REJECTED);
            assertThat(place.key()).isEqualTo("{\"registration_id\":7}");
            assertThat(place.version()).isEqualTo(ChangeVersion.streamed(1, 2_000, 3));
        }

        @Test
        void withoutReadableVersionMayHaveChangedAnythingAfterTheLatest() {
            EventBuilder builder = EventBuilder.registration(7);

            assertThat(rejected(builder.record("{\"registration_id\":7}", "{")).place())
                    .extracting(ChangeEvent::version)
                    .isEqualTo(ChangeVersion.NEWEST);
            assertThat(rejected(builder.record("{", "{")).place()).isNull();
        }

        @Test
        void isAcceptedWhenItsMonthHasBegun() {
            EventBuilder builder = EventBuilder.registration(1).column("month", "\"2026-12-01Z\"");

            assertThat(decoder.decode(builder.record())).isInstanceOf(Decoded.Rejected.class);
            // midnight in Amsterdam
            assertThat(decoder.decode(builder.knownAt(Instant.parse("2026-11-30T23:00:00Z"))
                            .record()))
                    .isInstanceOf(Decoded.Change.class);
        }
    }

    @Test
    void anAddedColumnIsLeftOutAndReported() {
        Decoded decoded = decoder.decode(
                EventBuilder.registration(1).column("colour", "\"blue\"").record());

        assertThat(decoded).isInstanceOf(Decoded.Change.class);
        assertThat(((Decoded.Change) decoded).addedColumns()).containsExactly("colour");
        assertThat(((Decoded.Change) decoded).event().row()).doesNotContain("colour", "blue");
    }

    @Test
    void aRuleThatFailsStopsNothingButTheEvent() {
        RecordDecoder faulty =
                new RecordDecoder(ContractSources.packaged().compile(List.of(new FaultyRule())), MAX_EVENT_BYTES);

        Decoded decoded = faulty.decode(EventBuilder.registration(1).record());

        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        assertThat(((Decoded.Rejected) decoded).event().violation())
                .isEqualTo(new Violation(
                        RejectReason.INTERNAL_ERROR, "decoding ended with UnsupportedOperationException"));
    }

    private static final class FaultyRule implements RowRule {

        @Override
        public String system() {
            return "politiecijfers";
        }

        @Override
        public String table() {
            return "registration";
        }

        @Override
        public Optional<Violation> check(JsonNode row, Instant knownAt) {
            throw new UnsupportedOperationException("nobody foresaw " + row);
        }
    }

    @Test
    void aSourceClockThatRunsAheadDoesNotMakeItFresher() {
        Instant knownAt = Instant.parse("2026-11-21T08:00:00Z");

        assertThat(decoder.decode(EventBuilder.heartbeat(knownAt.plusSeconds(60), knownAt, 0)))
                .isEqualTo(new Decoded.Heartbeat(new SourceProgress("politiecijfers", knownAt, knownAt)));
    }

    @Test
    void aLogicalMessageIsIgnored() {
        assertThat(decoder.decode(EventBuilder.registration(1).operation("m").record()))
                .isEqualTo(Decoded.Ignored.MESSAGE);
    }

    @Test
    void anUnknownCountIsNoFault() {
        assertThat(change(EventBuilder.registration(1)
                                .column("registration_count", "null")
                                .record())
                        .row())
                .contains("\"registration_count\":null");
    }

    @Test
    void anUnchangedValueIsNotCheckedYetAndTheRecordIsKept() {
        ConsumedRecord record = EventBuilder.nuisanceKind("F41")
                .column("description", "\"__debezium_unavailable_value\"")
                .record();

        ChangeEvent event = change(record);

        assertThat(event.unchangedColumns()).containsExactly("description");
        assertThat(event.original()).isSameAs(record);
    }

    @Test
    void aDeleteWithAFaultyKeyIsRejected() {
        ConsumedRecord record = EventBuilder.registration(1)
                .operation("d")
                .keyColumn("registration_id", "0")
                .record();

        assertThat(rejected(record).event().violation().reason()).isEqualTo(RejectReason.OUT_OF_RANGE);
    }

    private ChangeEvent change(ConsumedRecord record) {
        Decoded decoded = decoder.decode(record);
        assertThat(decoded).isInstanceOf(Decoded.Change.class);
        return ((Decoded.Change) decoded).event();
    }

    private Decoded.Rejected rejected(ConsumedRecord record) {
        Decoded decoded = decoder.decode(record);
        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        return (Decoded.Rejected) decoded;
    }

    private static Path samples() {
        return Path.of("..", "ingest", "contracts", "samples");
    }

    private static ConsumedRecord sample(String name) throws IOException {
        return sample(samples().resolve(name + ".json"));
    }

    private static ConsumedRecord sample(Path file) throws IOException {
        JsonNode sample = JSON.readTree(Files.readString(file));
        List<ConsumedRecord.Header> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : sample.get("headers").properties()) {
            headers.add(new ConsumedRecord.Header(
                    header.getKey(), header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
        }
        return new ConsumedRecord(
                sample.get("topic").stringValue(),
                sample.get("partition").intValue(),
                sample.get("offset").longValue(),
                Instant.ofEpochMilli(sample.get("timestamp").longValue()),
                bytes(sample.get("key")),
                bytes(sample.get("value")),
                headers);
    }

    private static byte[] bytes(JsonNode node) {
        return node == null || node.isNull() ? null : node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
