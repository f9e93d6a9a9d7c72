package nl.mjpmonitor.streaming.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountFunctionTest {

    private static final long MONTH = LocalDate.of(2023, 1, 1).toEpochDay();
    private static final Cell CELL = new Cell("politie.A40", "BU09350000", MONTH);

    private KeyedOneInputStreamOperatorTestHarness<String, Contribution, MonthlyCountRow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(CountFunction.KEPT_ENTRIES);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void everyChangeIsWrittenAsTheNewAbsoluteValueWithItsMoment() throws Exception {
        add(10, 5, 0);
        add(20, -2, 1);

        assertThat(rows()).containsExactly(row(10, 5, 0, 1), row(20, 3, 1, 2));
    }

    @Test
    void changesOfOneMomentAreOneEntry() throws Exception {
        add(10, 5, 0);
        add(10, 2, 0);

        assertThat(rows()).containsExactly(row(10, 5, 0, 1), row(10, 7, 0, 2));
    }

    @Test
    void aChangeKnownEarlierCorrectsAllLaterMoments() throws Exception {
        add(10, 5, 0);
        add(30, 2, 0);
        add(20, 100, 0);

        assertThat(rows()).containsExactly(row(10, 5, 0, 1), row(30, 7, 0, 2), row(20, 105, 0, 2), row(30, 107, 0, 3));
    }

    @Test
    void aChangeKnownBeforeAllOthersCorrectsThemAll() throws Exception {
        add(20, 5, 0);
        add(30, 2, 0);
        add(10, 100, 0);

        assertThat(rows().subList(2, 5)).containsExactly(row(10, 100, 0, 1), row(20, 105, 0, 2), row(30, 107, 0, 3));
    }

    @Test
    void cellsDoNotTouchEachOther() throws Exception {
        add(10, 5, 0);
        harness.processElement(
                new Contribution(new Cell("politie.A40", "BU09350001", MONTH), 3, 0, Instant.ofEpochMilli(20)), 0);

        assertThat(rows().get(1).count()).isEqualTo(3);
    }

    @Test
    void aTrimmedTimelineKeepsLaterMomentsRight() throws Exception {
        keep(2);
        add(10, 1, 0);
        add(20, 2, 0);
        add(30, 4, 0);
        add(40, 8, 0);
        add(50, 16, 0);
        add(25, 100, 0);

        assertThat(rows().subList(5, rows().size()))
                .as("it counts from the oldest moment that is still held, and today's figure knows it")
                .containsExactly(row(40, 115, 0, 5), row(50, 131, 0, 6));
    }

    @Test
    void nothingIsTrimmedBeforeTwiceTheKeptMomentsAreHeld() throws Exception {
        keep(2);
        add(20, 2, 0);
        add(30, 4, 0);
        add(40, 8, 0);
        add(10, 1, 0);
        add(5, 100, 0);

        assertThat(rows().get(7)).isEqualTo(row(5, 100, 0, 1));
        assertThat(rows().get(rows().size() - 1)).isEqualTo(row(40, 115, 0, 5));
    }

    @Test
    void aCorrectionCanMakeATimelineTooLong() throws Exception {
        keep(2);
        for (int moment = 20; moment <= 50; moment += 10) {
            add(moment, 1, 0);
        }
        add(10, 1, 0);
        int before = rows().size();
        add(15, 1, 0);

        assertThat(rows().subList(before, rows().size())).containsExactly(row(40, 5, 0, 5), row(50, 6, 0, 6));
    }

    @Test
    void aLateChangeOfAMomentThatIsHeldCorrectsItToo() throws Exception {
        add(10, 5, 0);
        add(20, 2, 0);
        add(10, 1, 1);

        assertThat(rows().subList(2, 4)).containsExactly(row(10, 6, 1, 2), row(20, 8, 1, 3));
    }

    @Test
    void stateSurvivesARestart() throws Exception {
        add(10, 5, 0);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness(CountFunction.KEPT_ENTRIES);
        harness.initializeState(snapshot);
        harness.open();

        add(20, 1, 0);

        assertThat(rows()).containsExactly(row(20, 6, 0, 2));
    }

    @Test
    void stateOfACellIsBounded() throws Exception {
        keep(2);
        for (int moment = 1; moment <= 50; moment++) {
            add(moment, 1, 0);
        }

        assertThat(harness.numKeyedStateEntries()).as("head and timeline").isEqualTo(2);
    }

    private void keep(int entries) throws Exception {
        harness.close();
        harness = harness(entries);
        harness.open();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Contribution, MonthlyCountRow> harness(int entries)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CountFunction(entries)), Contribution::cellKey, Types.STRING);
    }

    private void add(long knownAt, long count, long unknown) throws Exception {
        harness.processElement(new Contribution(CELL, count, unknown, Instant.ofEpochMilli(knownAt)), 0);
    }

    private List<MonthlyCountRow> rows() {
        return harness.extractOutputValues();
    }

    private static MonthlyCountRow row(long knownAt, long count, long unknown, long changes) {
        return new MonthlyCountRow("politie.A40", "BU09350000", MONTH, knownAt, count, unknown, changes);
    }
}
