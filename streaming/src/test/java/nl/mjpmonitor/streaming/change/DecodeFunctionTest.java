package nl.mjpmonitor.streaming.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import nl.mjpmonitor.warehouse.rows.TableNoticeRow;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeFunctionTest {

    private static final String TOPIC = "politiecijfers.politie.registration";

    private OneInputStreamOperatorTestHarness<ConsumedRecord, ChangeEvent> decode;

    @BeforeEach
    void open() throws Exception {
        decode = harness(null);
    }

    @AfterEach
    void close() throws Exception {
        decode.close();
    }

    @Test
    void aColumnThatIsGonePausesItsTableAndNoOther() throws Exception {
        process(
                registration(1, 0).record(),
                registration(2, 1).withoutColumn("registration_count").record(),
                registration(3, 2).record(),
                EventBuilder.nuisanceKind("E33").offset(3).record());

        assertThat(reasons()).containsExactly("missing-column", "table-paused");
        assertThat(accepted()).containsExactly("{\"registration_id\":1}", "{\"code\":\"E33\"}");
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.notice()).isEqualTo(TableNoticeRow.PAUSED);
            assertThat(notice.sourceTable()).isEqualTo("registration");
            assertThat(notice.detail()).contains("registration_count");
            assertThat(notice.isOpen()).isTrue();
            assertThat(notice.offset()).isEqualTo(1);
        });
    }

    @Test
    void aColumnOfAnotherTypePausesButANullOrABadValueDoesNot() throws Exception {
        process(
                registration(1, 0).column("delivery_id", "null").record(),
                registration(2, 1).column("registration_count", "-5").record(),
                registration(3, 2).record());
        assertThat(reasons()).containsExactly("wrong-type", "out-of-range");
        assertThat(notices()).isEmpty();

        process(
                registration(4, 3).column("registration_count", "\"5\"").record(),
                registration(5, 4).record());
        assertThat(reasons()).endsWith("wrong-type", "table-paused");
    }

    @Test
    void whatWaitsKeepsItsPlaceAmongTheChangesOfItsKey() throws Exception {
        process(
                registration(1, 0).withoutColumn("month").record(),
                registration(2, 1).version(40, 3).record(),
                registration(3, 2).operation("d").record());

        assertThat(decode.extractOutputValues())
                .extracting(ChangeEvent::operation)
                .containsExactly(Operation.REJECTED, Operation.REJECTED, Operation.REJECTED);
        assertThat(decode.extractOutputValues().get(1).version()).isEqualTo(ChangeVersion.streamed(1, 40, 3));
    }

    @Test
    void aMarkInTheTopicResumesTheTable() throws Exception {
        process(
                registration(1, 0).withoutColumn("month").record(),
                registration(2, 1).record(),
                mark(2),
                registration(3, 3).record());

        assertThat(accepted()).containsExactly("{\"registration_id\":3}");
        assertThat(notices()).extracting(TableNoticeRow::isOpen).containsExactly(true, false);
    }

    @Test
    void anEventThatIsReplayedPausesNothing() throws Exception {
        process(
                replayed(registration(1, 0).withoutColumn("month").record()),
                registration(2, 1).record());

        assertThat(reasons()).containsExactly("missing-column");
        assertThat(accepted()).containsExactly("{\"registration_id\":2}");
    }

    @Test
    void aPauseAndItsEndSurviveARestart() throws Exception {
        process(registration(1, 0).withoutColumn("month").record());
        restart();
        process(registration(2, 1).record());
        assertThat(reasons()).containsExactly("table-paused");
        assertThat(accepted()).isEmpty();

        process(mark(2));
        restart();
        process(registration(3, 3).record());
        assertThat(reasons()).isEmpty();
        assertThat(accepted()).containsExactly("{\"registration_id\":3}");
    }

    @Test
    void ofTwoStatementsTheOneFurtherOnHolds() {
        TablePauses pauses = new TablePauses();
        pauses.restore(List.of(new TablePause(TOPIC, 50, false), new TablePause(TOPIC, 10, true)));
        assertThat(pauses.of(TOPIC)).isEmpty();
        pauses.restore(List.of(new TablePause(TOPIC, 60, true)));
        assertThat(pauses.of(TOPIC)).isPresent();
    }

    @Test
    void anAddedColumnIsToldOnce() throws Exception {
        process(
                registration(1, 0).column("nickname", "\"x\"").record(),
                registration(2, 1).column("nickname", "\"y\"").record());

        assertThat(accepted()).hasSize(2);
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.notice()).isEqualTo(TableNoticeRow.COLUMN_ADDED);
            assertThat(notice.columnName()).isEqualTo("nickname");
        });
    }

    private static EventBuilder registration(long id, long offset) {
        return EventBuilder.registration(id).offset(offset);
    }

    private static ConsumedRecord mark(long offset) {
        return new ConsumedRecord(
                TOPIC,
                0,
                offset,
                Instant.parse("2026-11-21T08:00:00Z"),
                null,
                null,
                List.of(new ConsumedRecord.Header(TablePauses.RESUME_HEADER, "1".getBytes(UTF_8))));
    }

    private static ConsumedRecord replayed(ConsumedRecord record) {
        List<ConsumedRecord.Header> headers = new ArrayList<>(record.headers());
        headers.add(new ConsumedRecord.Header(TablePauses.REPLAY_HEADER, "1".getBytes(UTF_8)));
        return new ConsumedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.knownAt(),
                record.key(),
                record.value(),
                headers);
    }

    private void process(ConsumedRecord... records) throws Exception {
        for (ConsumedRecord record : records) {
            decode.processElement(record, 0);
        }
    }

    private void restart() throws Exception {
        OperatorSubtaskState state = decode.snapshot(1, 1);
        decode.close();
        decode = harness(state);
    }

    private static OneInputStreamOperatorTestHarness<ConsumedRecord, ChangeEvent> harness(OperatorSubtaskState state)
            throws Exception {
        OneInputStreamOperatorTestHarness<ConsumedRecord, ChangeEvent> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new DecodeFunction(ContractSources.packaged(), List.of(), 100_000)));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private List<String> accepted() {
        return decode.extractOutputValues().stream()
                .filter(event -> event.operation() != Operation.REJECTED)
                .map(ChangeEvent::key)
                .toList();
    }

    private List<String> reasons() {
        return side(RejectedEvent.OUTPUT).stream()
                .map(event -> event.violation().reason().code())
                .toList();
    }

    private List<TableNoticeRow> notices() {
        return side(DecodeFunction.NOTICES);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> output = decode.getSideOutput(tag);
        return output == null
                ? List.of()
                : output.stream().map(StreamRecord::getValue).toList();
    }
}
