package nl.mjpmonitor.streaming.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenDataDecoderTest {

    private static final int MAX_EVENT_BYTES = 10_000;
    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CELL_KEY = List.of("table", "measure", "area_code", "period", "category");

    private final RecordDecoder decoder =
            new RecordDecoder(ContractSources.packaged().compile(List.of()), MAX_EVENT_BYTES);

    @Test
    void aCellIsARowAsItStandsFromNowOn() {
        ChangeEvent event = change(record("cell.offence", cell()));

        assertThat(event.system()).isEqualTo("opendata");
        assertThat(event.table()).isEqualTo("offence");
        assertThat(event.key())
                .isEqualTo("{\"table\":\"misdrijven\",\"measure\":\"registered_offences\",\"area_code\":\"GM0935\","
                        + "\"period\":\"2023JJ00\",\"category\":\"0.0.0\"}");
        assertThat(event.operation()).isEqualTo(Operation.READ);
        assertThat(JSON.readTree(event.row())).isEqualTo(cell());
        assertThat(event.version()).isEqualTo(new ChangeVersion(1, 3, 0));
        assertThat(event.sourceAt()).isEqualTo(Instant.parse("2026-06-15T02:00:00Z"));
        assertThat(event.knownAt()).isEqualTo(KNOWN_AT);
        assertThat(event.original()).isNull();
    }

    @Test
    void aRevisionReplacesTheEarlierOneWhicheverIsReadFirst() {
        ChangeEvent older = change(record("cell.offence", cell().put("revision", 3)));
        ChangeEvent newer =
                change(record("cell.offence", cell().put("revision", 4).put("value", "7841")));

        assertThat(newer.rowKey()).isEqualTo(older.rowKey());
        assertThat(newer.version().isNewerThan(older.version())).isTrue();
    }

    @Test
    void afterStartingOverTheFirstRevisionIsNewerThanAllBefore() {
        ChangeEvent before = change(record("cell.offence", cell().put("revision", 9)));
        ChangeEvent after = change(record("cell.offence", cell().put("revision", 1), "2"));

        assertThat(after.version().isNewerThan(before.version())).isTrue();
    }

    @Test
    void aCellThatTheSourceNoLongerHasStaysARow() {
        ObjectNode withdrawn = cell().put("is_withdrawn", true).putNull("value").put("status", "unknown");

        assertThat(change(record("cell.offence", withdrawn)).row()).contains("\"is_withdrawn\":true", "\"value\":null");
    }

    @Test
    void theMomentOfReadingStandsInForAMomentOfChangeThatIsNotGiven() {
        assertThat(change(record("cell.offence", cell().putNull("source_modified_at")))
                        .sourceAt())
                .isEqualTo(Instant.parse("2026-07-01T05:00:00Z"));
    }

    @Test
    void readingsFollowTheClockAndThenTheirStates() {
        List<ChangeEvent> inOrder = List.of(
                change(reading("started", "2026-07-01T05:00:00Z", 3)),
                change(reading("complete", "2026-07-01T05:00:00Z", 3)),
                // the table drifted afterwards: no new reading began
                change(reading("failed", "2026-07-01T11:00:00Z", 3)),
                change(reading("started", "2026-07-02T05:00:00.250Z", 4)));

        for (int place = 1; place < inOrder.size(); place++) {
            assertThat(inOrder.get(place).rowKey())
                    .isEqualTo(inOrder.get(place - 1).rowKey());
            assertThat(inOrder.get(place)
                            .version()
                            .isNewerThan(inOrder.get(place - 1).version()))
                    .as("%d after %d", place, place - 1)
                    .isTrue();
        }
    }

    @Test
    void aFileThatTheConnectorRefusedIsARejectedEventWithItsReason() {
        Decoded.Rejected rejected = rejected(reading("rejected", "2026-07-01T05:00:00Z", 4));

        assertThat(rejected.event().violation())
                .isEqualTo(new Violation(
                        RejectReason.REFUSED_AT_SOURCE, "misdrijven.csv (misdrijven): line 9: 'veel' is not a number"));
        assertThat(rejected.event().system()).isEqualTo("opendata");
        assertThat(rejected.event().table()).isEqualTo("reading");
        assertThat(rejected.place()).isNull();
    }

    @Test
    void aRowThatTheConnectorRefusedIsARejectedEventWithItsReason() {
        ObjectNode row = (ObjectNode) JSON.readTree("""
                {"table": "47022NED", "revision": 3, "reason": "GeregistreerdeMisdrijven_1: '-4' is below 0",
                 "row": "{}", "source": "https://a.example/47022NED", "at": "2026-07-01T05:00:00Z"}
                """);

        assertThat(rejected(record("control.rejected_row", row, "1", List.of("table")))
                        .event()
                        .violation())
                .isEqualTo(new Violation(
                        RejectReason.REFUSED_AT_SOURCE,
                        "https://a.example/47022NED (47022NED): GeregistreerdeMisdrijven_1: '-4' is below 0"));
    }

    @Test
    void aHeartbeatIsLikeThatOfAnyOtherSource() {
        ConsumedRecord beat = new ConsumedRecord(
                "__debezium-heartbeat.opendata",
                0,
                0,
                KNOWN_AT,
                EventBuilder.bytes("{\"serverName\":\"opendata\"}"),
                EventBuilder.bytes("{\"ts_ms\":%d}".formatted(KNOWN_AT.toEpochMilli() - 40)),
                List.of());

        assertThat(decoder.decode(beat))
                .isEqualTo(new Decoded.Heartbeat(new SourceProgress("opendata", KNOWN_AT.minusMillis(40), KNOWN_AT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value | \"1.5\" | wrong-format",
                "value | 12 | wrong-type",
                "value | null | wrong-type",
                "status | \"secret\" | wrong-type",
                "qualifier | \"more\" | unknown-code",
                "revision | 0 | out-of-range",
                "provenance | \"rumour\" | unknown-code",
                "period_end | \"2023\" | wrong-format"
            })
    void aCellThatBreaksItsContractIsRejected(String column, String json, String reason) {
        ObjectNode cell = cell();
        cell.set(column, JSON.readTree(json));

        assertThat(rejected(record("cell.offence", cell))
                        .event()
                        .violation()
                        .reason()
                        .code())
                .isEqualTo(reason);
    }

    @Test
    void aCellWithoutEpochOrOfAnotherKeyIsRejected() {
        assertThat(rejected(record("cell.offence", cell(), ""))
                        .event()
                        .violation()
                        .reason())
                .isEqualTo(RejectReason.MISSING_VERSION);
        assertThat(rejected(record("cell.offence", cell(), "1", List.of("table", "measure")))
                        .event()
                        .violation()
                        .reason())
                .isEqualTo(RejectReason.MISSING_KEY);
        ConsumedRecord ofAnother = record("cell.offence", cell().put("area_code", "GM0917"));
        assertThat(rejected(EventBuilder.withValue(ofAnother, cell().toString()))
                        .event()
                        .violation()
                        .reason())
                .isEqualTo(RejectReason.MISSING_KEY);
        assertThat(rejected(EventBuilder.withValue(ofAnother, "{\"table\":"))
                        .event()
                        .violation()
                        .reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
        assertThat(rejected(EventBuilder.withValue(ofAnother, " ".repeat(MAX_EVENT_BYTES + 1)))
                        .event()
                        .violation()
                        .reason())
                .isEqualTo(RejectReason.OVERSIZED);
    }

    @Test
    void anAddedColumnIsLeftOutAndReported() {
        Decoded decoded = decoder.decode(record("cell.offence", cell().put("colour", "blue")));

        assertThat(((Decoded.Change) decoded).addedColumns()).containsExactly("colour");
        assertThat(((Decoded.Change) decoded).event().row()).doesNotContain("colour", "blue");
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

    private static ObjectNode cell() {
        return (ObjectNode) JSON.readTree("""
                {"table": "misdrijven", "measure": "registered_offences", "area_code": "GM0935", "period": "2023JJ00",
                 "category": "0.0.0", "period_grain": "year", "period_start": "2023-01-01", "period_end": "2023-12-31",
                 "is_total": true, "value": "7840", "qualifier": "exactly", "lower_bound": null, "upper_bound": null,
                 "status": "definitive", "provenance": "published_year", "is_withdrawn": false, "revision": 3,
                 "source": "misdrijven.csv", "source_modified_at": "2026-06-15T02:00:00Z",
                 "retrieved_at": "2026-07-01T05:00:00Z"}
                """);
    }

    private static ConsumedRecord reading(String state, String at, long revision) {
        ObjectNode reading = (ObjectNode) JSON.readTree("""
                {"table": "misdrijven", "kind": "offence", "title": "Misdrijven", "revision": 3, "state": "started",
                 "reason": null, "missing_means": "unknown", "cell_count": null, "source": "misdrijven.csv",
                 "source_sha256": null, "source_modified_at": "2026-06-15T02:00:00Z", "at": "2026-07-01T05:00:00Z"}
                """);
        reading.put("state", state).put("at", at).put("revision", revision);
        if (state.equals("rejected")) {
            reading.put("reason", "line 9: 'veel' is not a number");
        }
        return record("control.reading", reading, "1", List.of("table"));
    }

    private static ConsumedRecord record(String topic, ObjectNode row) {
        return record(topic, row, "1");
    }

    private static ConsumedRecord record(String topic, ObjectNode row, String epoch) {
        return record(topic, row, epoch, CELL_KEY);
    }

    private static ConsumedRecord record(String topic, ObjectNode row, String epoch, List<String> keyColumns) {
        ObjectNode key = JSON.createObjectNode();
        for (String column : keyColumns) {
            JsonNode value = row.get(column);
            key.set(column, value);
        }
        List<ConsumedRecord.Header> headers = new ArrayList<>();
        if (!epoch.isEmpty()) {
            headers.add(new ConsumedRecord.Header("mjp.epoch", EventBuilder.bytes(epoch)));
        }
        return new ConsumedRecord(
                "opendata." + topic,
                0,
                5,
                KNOWN_AT,
                EventBuilder.bytes(key.toString()),
                EventBuilder.bytes(row.toString()),
                headers);
    }
}
