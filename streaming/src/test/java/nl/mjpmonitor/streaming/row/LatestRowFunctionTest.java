package nl.mjpmonitor.streaming.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.DecodeFunction;
import nl.mjpmonitor.streaming.change.EventBuilder;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.registrations.PoliceRegistrations;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestRowFunctionTest {

    private static final String PLACEHOLDER = "\"__debezium_unavailable_value\"";

    private OneInputStreamOperatorTestHarness<ConsumedRecord, ChangeEvent> decode;
    private KeyedOneInputStreamOperatorTestHarness<String, ChangeEvent, RowChange> latestRow;
    private int decoded;

    @BeforeEach
    void open() throws Exception {
        decode = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(
                new DecodeFunction(ContractSources.packaged(), List.of(new PoliceRegistrations()), 100_000)));
        decode.open();
        latestRow = harness();
        latestRow.open();
    }

    @AfterEach
    void close() throws Exception {
        decode.close();
        latestRow.close();
    }

    @Test
    void aFirstRowHasNoPreviousOne() throws Exception {
        process(count(1, 5).operation("c"));

        assertThat(last().previousRow()).isNull();
        assertThat(last().currentRow()).contains("\"registration_count\":5");
    }

    @Test
    void anUpdateComesWithTheRowItReplaced() throws Exception {
        process(count(1, 5), count(2, 6));

        assertThat(last().previousRow()).contains("\"registration_count\":5");
        assertThat(last().currentRow()).contains("\"registration_count\":6");
    }

    @Test
    void aDeleteComesWithTheRowItRemoved() throws Exception {
        process(count(1, 5), count(2, 5).operation("d"));

        assertThat(last().previousRow()).contains("\"registration_count\":5");
        assertThat(last().currentRow()).isNull();
    }

    @Test
    void aDeleteOfAnUnknownKeyIsHandedOn() throws Exception {
        process(count(1, 5).operation("d"));

        assertThat(last().previousRow()).isNull();
        assertThat(last().currentRow()).isNull();
    }

    @Test
    void duplicatesAndOlderChangesAreDropped() throws Exception {
        process(count(3, 5), count(3, 5), count(2, 4), count(1, 3).operation("d"));

        assertThat(changes()).hasSize(1);
    }

    @Test
    void anOlderChangeDoesNotBringADeletedRowBack() throws Exception {
        process(count(1, 5), count(3, 5).operation("d"), count(2, 6));

        assertThat(changes()).hasSize(2);
        assertThat(last().currentRow()).isNull();
    }

    @Test
    void aRowCanComeBackAfterItsDelete() throws Exception {
        process(count(1, 5), count(2, 5).operation("d"), count(3, 7).operation("c"));

        assertThat(last().previousRow()).isNull();
        assertThat(last().currentRow()).contains("\"registration_count\":7");
    }

    @Test
    void aSnapshotReadDoesNotBeatAChangeAtItsPositionButBeatsOlderOnes() throws Exception {
        process(count(5, 5), count(5, 4).operation("r"));
        assertThat(changes()).hasSize(1);

        process(count(6, 8).operation("r"));
        assertThat(last().currentRow()).contains("\"registration_count\":8");
    }

    @Test
    void ofTwoChangesInOneTransactionAtOnePositionTheLaterOneCounts() throws Exception {
        process(
                count(5, 5).version(5, 1),
                count(5, 6).version(5, 2),
                count(5, 5).version(5, 1));

        assertThat(changes()).hasSize(2);
        assertThat(last().currentRow()).contains("\"registration_count\":6");
    }

    @Test
    void aHigherEpochBeatsAHigherPosition() throws Exception {
        process(count(900, 5), count(3, 6).epoch("2"));

        assertThat(last().currentRow()).contains("\"registration_count\":6");
    }

    @Test
    void keysDoNotTouchEachOther() throws Exception {
        process(
                EventBuilder.registration(1).version(9, 1),
                EventBuilder.registration(2).version(3, 1));

        assertThat(changes()).hasSize(2);
        assertThat(last().previousRow()).isNull();
    }

    @Test
    void aRejectedChangeLeavesThePreviousGoodRowCurrent() throws Exception {
        process(count(1, 5), count(2, -6), count(3, 7));

        assertThat(changes()).hasSize(2);
        assertThat(last().previousRow()).contains("\"registration_count\":5");
        assertThat(last().currentRow()).contains("\"registration_count\":7");
    }

    @Test
    void aRejectedChangeIsAcceptedWhenItComesAgainMendedUnlessANewerOneCame() throws Exception {
        process(count(1, 5), count(2, -6), count(2, 6));
        assertThat(last().currentRow()).contains("\"registration_count\":6");

        process(count(4, 8), count(3, 7));
        assertThat(last().currentRow()).contains("\"registration_count\":8");
    }

    @Test
    void unchangedValuesAreTakenFromThePreviousRow() throws Exception {
        process(kind(1, "\"long\"", "Oud"), kind(2, PLACEHOLDER, "Nieuw"));

        assertThat(last().currentRow()).contains("\"description\":\"long\"", "\"name\":\"Nieuw\"");
        assertThat(rejected()).isEmpty();
    }

    @Test
    void aPlaceholderWithoutPreviousRowIsRejectedAndNeverKept() throws Exception {
        process(kind(2, PLACEHOLDER, "Nieuw"));

        assertThat(changes()).isEmpty();
        assertThat(rejected())
                .singleElement()
                .extracting(event -> event.violation().reason())
                .isEqualTo(RejectReason.UNCHANGED_VALUE_UNKNOWN);
        assertThat(rejected().get(0).record().value()).isNotNull();
    }

    @Test
    void aPlaceholderAfterADeleteIsRejected() throws Exception {
        process(kind(1, "\"long\"", "Oud"), kind(2, "\"\"", "Oud").operation("d"), kind(3, PLACEHOLDER, "Nieuw"));

        assertThat(rejected()).hasSize(1);
    }

    @Test
    void aPlaceholderAfterARejectedChangeIsRejectedUntilThatOneIsReplayed() throws Exception {
        EventBuilder broken = kind(2, "\"longer\"", "Nieuw").column("name", "null");
        process(kind(1, "\"long\"", "Oud"), broken, kind(3, PLACEHOLDER, "Nieuwer"));
        assertThat(rejected())
                .as("the value may have been changed by the rejected change")
                .hasSize(1);

        process(kind(2, "\"longer\"", "Nieuw"), kind(3, PLACEHOLDER, "Nieuwer"));

        assertThat(last().currentRow()).contains("\"description\":\"longer\"", "\"name\":\"Nieuwer\"");
    }

    @Test
    void everyRejectedChangeBeforeAPlaceholderMustBeReplayed() throws Exception {
        process(
                kind(1, "\"long\"", "Oud"),
                kind(2, "\"longer\"", "Nieuw").column("name", "null"),
                kind(3, "\"longest\"", "Nieuw").column("name", "null"),
                kind(4, PLACEHOLDER, "Nieuwst"),
                kind(2, "\"longer\"", "Nieuw"),
                kind(4, PLACEHOLDER, "Nieuwst"));
        assertThat(last().version()).isEqualTo(ChangeVersion.streamed(1, 2, 1));

        process(kind(3, "\"longest\"", "Nieuw"), kind(4, PLACEHOLDER, "Nieuwst"));
        assertThat(last().currentRow()).contains("\"description\":\"longest\"", "\"name\":\"Nieuwst\"");
    }

    @Test
    void aChangeOfUnknownPositionMakesPlaceholdersUnsafeUntilAFullRowComes() throws Exception {
        EventBuilder unreadable = kind(2, "\"longer\"", "Nieuw");
        process(kind(1, "\"long\"", "Oud"));
        process(unreadable.record("{\"code\":\"F41\"}", "{"));
        process(kind(3, PLACEHOLDER, "Nieuwer"));
        assertThat(rejected()).hasSize(1);

        process(kind(4, "\"whole\"", "Nieuw"), kind(5, PLACEHOLDER, "Nieuwst"));
        assertThat(last().currentRow()).contains("\"description\":\"whole\"", "\"name\":\"Nieuwst\"");
    }

    @Test
    void aRestoredRowMustKeepItsContractToo() throws Exception {
        process(kind(1, "\"long\"", "Oud"), kind(2, PLACEHOLDER, "Nieuw").withoutColumn("name"));

        assertThat(changes()).hasSize(1);
        assertThat(rejected())
                .singleElement()
                .extracting(event -> event.violation().reason())
                .isEqualTo(RejectReason.MISSING_COLUMN);
    }

    @Test
    void stateSurvivesARestart() throws Exception {
        process(count(1, 5), count(2, 6));
        OperatorSubtaskState snapshot = latestRow.snapshot(1, 1);
        latestRow.close();
        latestRow = harness();
        latestRow.initializeState(snapshot);
        latestRow.open();

        process(count(2, 6), count(3, 7));

        assertThat(changes()).hasSize(1);
        assertThat(last().previousRow()).contains("\"registration_count\":6");
    }

    @Test
    void oneEntryAKeyIsKept() throws Exception {
        for (int lsn = 1; lsn <= 50; lsn++) {
            process(count(lsn, lsn));
        }

        assertThat(latestRow.numKeyedStateEntries()).isEqualTo(1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ChangeEvent, RowChange> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new LatestRowFunction(ContractSources.packaged(), List.of(new PoliceRegistrations()))),
                ChangeEvent::rowKey,
                Types.STRING);
    }

    private static EventBuilder count(long lsn, int count) {
        return EventBuilder.registration(1)
                .column("registration_count", Integer.toString(count))
                .version(lsn, 1);
    }

    private static EventBuilder kind(long lsn, String description, String name) {
        return EventBuilder.nuisanceKind("F41")
                .column("description", description)
                .column("name", '"' + name + '"')
                .version(lsn, 1);
    }

    private void process(EventBuilder... events) throws Exception {
        for (EventBuilder event : events) {
            process(event.record());
        }
    }

    private void process(ConsumedRecord record) throws Exception {
        decode.processElement(record, 0);
        List<ChangeEvent> all = decode.extractOutputValues();
        for (ChangeEvent event : all.subList(decoded, all.size())) {
            latestRow.processElement(event, 0);
        }
        decoded = all.size();
    }

    private List<RowChange> changes() {
        return latestRow.extractOutputValues();
    }

    private RowChange last() {
        return changes().get(changes().size() - 1);
    }

    private List<RejectedEvent> rejected() {
        var output = latestRow.getSideOutput(RejectedEvent.OUTPUT);
        return output == null
                ? List.of()
                : output.stream().map(element -> element.getValue()).toList();
    }
}
