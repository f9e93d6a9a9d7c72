package nl.mjpmonitor.streaming.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What others lose without a word between PostgreSQL and ClickHouse, decided where a record becomes a change. The same on a real table
 * is {@code SilentLossIT} in ops; unchanged large values are in {@code LatestRowFunctionTest}.
 */
class SilentLossTest {

    private static final int MAX_EVENT_BYTES = 10_000;

    private final RecordDecoder decoder =
            new RecordDecoder(ContractSources.packaged().compile(List.of()), MAX_EVENT_BYTES);

    @Test
    void anArrayThatIsNullIsNotAnEmptyOne() {
        RecordDecoder nullable = new RecordDecoder(contract("""
                {"x-system": "s", "x-schema": "p", "x-table": "t", "x-key": ["id"],
                 "properties": {"id": {"type": "integer"}, "classes": {"type": ["array", "null"]}}}"""), MAX_EVENT_BYTES);
        EventBuilder row = EventBuilder.of("s", "p", "t").keyColumn("id", "1").column("id", "1");

        assertThat(rowOf(nullable, row.column("classes", "null"))).isEqualTo("{\"id\":1,\"classes\":null}");
        assertThat(rowOf(nullable, row.column("classes", "[]"))).isEqualTo("{\"id\":1,\"classes\":[]}");
        assertThat(rowOf(nullable, row.column("classes", "[null,\"A40\"]")))
                .isEqualTo("{\"id\":1,\"classes\":[null,\"A40\"]}");
    }

    @Test
    void aNullWhereAnArrayMustBeIsRejectedAndItsTableGoesOn() {
        Decoded decoded =
                decoder.decode(delivery().column("police_classes", "null").record());

        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        Decoded.Rejected rejected = (Decoded.Rejected) decoded;
        assertThat(rejected.event().violation().reason()).isEqualTo(RejectReason.WRONG_TYPE);
        assertThat(rejected.event().violation().detail()).contains("police_classes");
        assertThat(rejected.breaksTable()).isFalse();
        assertThat(rejected.place()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01Z", "1899-12-01Z", "2300-01-01Z", "9999-12-01Z"})
    void aDateThatNoColumnOfClickHouseHoldsStaysWhatItIs(String date) {
        assertThat(rowOf(decoder, delivery().column("period_from", '"' + date + '"')))
                .contains("\"period_from\":\"" + date + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01Z", "-0043-01-01Z", "infinity", "+292269055-12-02Z"})
    void aDateOfNoFourDigitYearIsRejectedAndNotBentIntoOne(String date) {
        Decoded decoded =
                decoder.decode(delivery().column("period_to", '"' + date + '"').record());

        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        assertThat(((Decoded.Rejected) decoded).event().violation().reason()).isEqualTo(RejectReason.WRONG_FORMAT);
    }

    @Test
    void anAddedColumnStopsNothingAndIsTold() {
        Decoded decoded = decoder.decode(delivery().column("channel", "\"new\"").record());

        assertThat(decoded).isInstanceOf(Decoded.Change.class);
        Decoded.Change change = (Decoded.Change) decoded;
        assertThat(change.addedColumns()).containsExactly("channel");
        assertThat(change.event().row()).doesNotContain("channel").contains("\"police_classes\":[\"A40\"]");
    }

    @Test
    void aTruncateIsNotPassedOver() {
        Decoded decoded = decoder.decode(delivery().operation("t").record());

        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        assertThat(((Decoded.Rejected) decoded).event().violation().reason()).isEqualTo(RejectReason.TRUNCATE);
    }

    private static EventBuilder delivery() {
        return EventBuilder.of("politiecijfers", "politie", "delivery")
                .keyColumn("delivery_id", "7")
                .column("delivery_id", "7")
                .column("reference", "\"1.0123\"")
                .column("period_from", "\"2023-01-01Z\"")
                .column("period_to", "\"2023-12-01Z\"")
                .column("delivered_at", "\"2024-01-09T10:00:00.000000Z\"")
                .column("status", "\"accepted\"")
                .column("police_classes", "[\"A40\"]")
                .column("provenance", "\"demonstration\"");
    }

    private static Contracts contract(String text) {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("s.p.t.schema.json", text);
        return ContractSources.of(texts).compile(List.of());
    }

    private static String rowOf(RecordDecoder decoder, EventBuilder event) {
        Decoded decoded = decoder.decode(event.record());
        assertThat(decoded).isInstanceOf(Decoded.Change.class);
        return String.valueOf(((Decoded.Change) decoded).event().row());
    }
}
