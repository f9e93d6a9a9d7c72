package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.mjpmonitor.streaming.casework.CaseChange;
import nl.mjpmonitor.streaming.casework.CaseRowKind;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.streaming.change.TablePause;
import nl.mjpmonitor.streaming.change.Violation;
import nl.mjpmonitor.streaming.freshness.FreshnessSample;
import nl.mjpmonitor.streaming.hotspots.ReportChange;
import nl.mjpmonitor.streaming.registrations.Cell;
import nl.mjpmonitor.streaming.registrations.CellEntry;
import nl.mjpmonitor.streaming.registrations.CellHead;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.row.LatestRow;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.streaming.signals.MonthCover;
import nl.mjpmonitor.streaming.signals.MonthStand;
import nl.mjpmonitor.streaming.signals.OpenedCount;
import nl.mjpmonitor.streaming.signals.SeriesChange;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.streaming.signals.SignalStand;
import nl.mjpmonitor.streaming.signals.Silence;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.rows.TableNoticeRow;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that crosses the network or lies in state has a serializer of its own; nothing falls back to Kryo. */
class StreamTypesTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T08:00:00.123Z");
    private static final ChangeVersion VERSION = new ChangeVersion(1, -7, 3);

    static Stream<Object> values() {
        ConsumedRecord record = new ConsumedRecord(
                "topic", 1, 2, MOMENT, null, new byte[] {1, 2}, List.of(new ConsumedRecord.Header("mjp.epoch", null)));
        return Stream.of(
                record,
                new ChangeEvent(
                        "s",
                        "t",
                        "k",
                        Operation.REJECTED,
                        null,
                        VERSION,
                        MOMENT,
                        MOMENT,
                        "topic",
                        1,
                        2,
                        List.of(),
                        null),
                new ChangeEvent(
                        "s",
                        "t",
                        "k",
                        Operation.READ,
                        "{}",
                        VERSION,
                        MOMENT,
                        MOMENT,
                        "topic",
                        1,
                        2,
                        List.of("a"),
                        record),
                new SourceProgress("s", MOMENT, MOMENT),
                new RejectedEvent(record, new Violation(RejectReason.OVERSIZED, "d"), "s", "t"),
                new RowChange("s", "t", "k", Operation.DELETE, VERSION, "{}", null, MOMENT, MOMENT, "topic", 1, 2),
                new LatestRow(null, null, List.of(VERSION)),
                new LatestRow(VERSION, "{}", List.of()),
                new Contribution(new Cell("m", "a", 3), -1, 1, MOMENT),
                new CellEntry(1, 2, 3, 4),
                new CellHead(new CellEntry(1, 2, 3, 4), 5, true),
                new FreshnessSample(MOMENT, 4),
                new ChangeEventRow("s", "t", "k", 1, 2, 3, "c", false, "{}", 4, 5, "topic", 6, 7),
                new MonthlyCountRow("m", "a", 19_358, 1, 2, 3, 4),
                new RejectedEventRow("topic", 1, 2, "reason", "detail", "s", "t", "k", "p", 3),
                new FreshnessRow("s", 1, 2),
                new TablePause("topic", 1, true),
                new TableNoticeRow("s", "t", TableNoticeRow.PAUSED, "", "d", true, "topic", 1, 2),
                new ReportChange("l", "r", 3, "persons", "a", -1, MOMENT),
                new CaseChange("c", CaseRowKind.STEP, "k", VERSION, MOMENT, true, "lwo", 1, "a", 2, null, ""),
                new CaseChange("c", CaseRowKind.FILE, "k", VERSION, MOMENT, false, "", 0, "a", 2, 3L, ""),
                new HotspotLifeRow("h", "l", "a", 1, 2, "[]", 3, 4, 5),
                new CaseStepStateRow("c", "k", "lwo", 1, "a", 2, null, 3L, 4, "", false, 5, 6),
                new SignalRow("i", "r", "s", "a", "p", "open", 1, 0, Map.of("x", "1"), "nl", "en", 2, 3),
                new SignalCandidate("r", "s", "a", MOMENT, Map.of("x", "1"), true),
                new SignalStand(true, 1, Map.of("x", "1"), "nl", "en", 2, 3),
                new OpenedCount(4, Map.of("r", 5)),
                new SeriesChange("i", "a", SeriesChange.Kind.COVER, 1, 2, 3, 4, true, "s", "r", 5),
                new MonthStand(1, 2),
                new MonthCover("A20,A30", 1, 2),
                new Silence(1, true, false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueSurvivesItsSerializerWithoutKryo(Object value) throws IOException {
        Object copy = roundTrip(value);

        assertThat(copy).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    void theCheckWouldSeeKryo() {
        assertThatThrownBy(() -> roundTrip(Locale.ROOT)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textsOfAnyLengthAndScriptSurvive() throws IOException {
        String text = "ë€𝄞".repeat(10_000);

        assertThat(roundTrip(new SourceProgress(text, MOMENT, MOMENT)))
                .isEqualTo(new SourceProgress(text, MOMENT, MOMENT));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(65_536);
    }

    @SuppressWarnings("unchecked")
    private static Object roundTrip(Object value) throws IOException {
        SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
        withoutKryo.setGenericTypes(false);
        TypeSerializer<Object> serializer =
                ((TypeInformation<Object>) TypeInformation.of(value.getClass())).createSerializer(withoutKryo);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
