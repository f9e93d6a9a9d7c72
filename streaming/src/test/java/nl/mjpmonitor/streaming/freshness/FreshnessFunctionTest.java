package nl.mjpmonitor.streaming.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessFunctionTest {

    private KeyedOneInputStreamOperatorTestHarness<String, SourceProgress, FreshnessRow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aSignIsWrittenWhenEveryBusyTopicHasReachedIt() throws Exception {
        progress(9_000, 10_000);
        harness.processWatermark(9_500);
        assertThat(harness.extractOutputValues())
                .as("another topic still holds changes that were appended before it")
                .isEmpty();

        harness.processWatermark(9_999);
        assertThat(harness.extractOutputValues()).containsExactly(new FreshnessRow("politiecijfers", 9_000, 10_000));
    }

    @Test
    void thereIsAtMostOneRowASecond() throws Exception {
        for (long knownAt = 10_000; knownAt < 13_000; knownAt += 10) {
            progress(knownAt - 100, knownAt);
            harness.processWatermark(knownAt - 1);
        }

        assertThat(harness.extractOutputValues()).hasSize(3);
    }

    @Test
    void ofTheSignsOfOneSecondTheNewestCounts() throws Exception {
        progress(5_000, 10_000);
        progress(9_900, 10_100);
        progress(7_000, 10_200);
        harness.processWatermark(10_050);
        assertThat(harness.extractOutputValues())
                .as("the newest sign is not reached yet")
                .isEmpty();

        harness.processWatermark(10_500);
        assertThat(harness.extractOutputValues()).containsExactly(new FreshnessRow("politiecijfers", 9_900, 10_100));
    }

    @Test
    void theMomentAtTheSourceNeverGoesBack() throws Exception {
        progress(9_900, 10_000);
        harness.processWatermark(10_500);
        progress(5_000, 11_000);
        harness.processWatermark(11_500);

        assertThat(harness.extractOutputValues())
                .containsExactly(
                        new FreshnessRow("politiecijfers", 9_900, 10_000),
                        new FreshnessRow("politiecijfers", 9_900, 11_000));
    }

    @Test
    void aSignReadAgainIsNotWrittenAgain() throws Exception {
        progress(9_900, 10_000);
        harness.processWatermark(10_500);
        progress(9_900, 10_000);
        harness.processWatermark(11_500);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void nothingWaitsAfterTheWatermarkPassed() throws Exception {
        progress(9_900, 10_000);
        progress(10_900, 11_000);
        harness.processWatermark(20_000);

        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries())
                .as("only what was written last")
                .isEqualTo(1);
    }

    @Test
    void waitingSignsSurviveARestart() throws Exception {
        progress(9_900, 10_000);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();

        harness.processWatermark(10_500);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SourceProgress, FreshnessRow> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FreshnessFunction()), SourceProgress::system, Types.STRING);
    }

    private void progress(long sourceAt, long knownAt) throws Exception {
        harness.processElement(
                new SourceProgress("politiecijfers", Instant.ofEpochMilli(sourceAt), Instant.ofEpochMilli(knownAt)),
                knownAt);
    }
}
