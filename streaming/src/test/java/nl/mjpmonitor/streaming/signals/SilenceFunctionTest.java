package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceFunctionTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, SourceProgress, SignalCandidate> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        clock(0);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aSourceThatKeepsSendingIsNotSilent() throws Exception {
        for (int minute = 0; minute < 120; minute++) {
            clock(minute);
            sign("melddesk", minute);
        }

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void silenceIsToldOnceAndEndsWithTheNextSign() throws Exception {
        sign("melddesk", 0);
        for (int minute = 1; minute <= 60; minute++) {
            clock(minute);
        }
        assertThat(harness.extractOutputValues()).singleElement().satisfies(candidate -> {
            assertThat(candidate.ruleId()).isEqualTo("bron-stil");
            assertThat(candidate.subject()).isEqualTo("melddesk");
            assertThat(candidate.areaCode()).isEqualTo("GM0935");
            assertThat(candidate.figures()).containsEntry("grens", "15").containsEntry("laatst", START.toString());
            assertThat(Long.parseLong(candidate.figures().get("minuten"))).isBetween(15L, 30L);
        });

        sign("melddesk", 60);
        assertThat(harness.extractOutputValues())
                .extracting(SignalCandidate::isOver)
                .containsExactly(false, true);
    }

    @Test
    void oneSourceSaysNothingOfAnother() throws Exception {
        sign("melddesk", 0);
        sign("ondermijning", 0);
        for (int minute = 1; minute <= 40; minute++) {
            clock(minute);
            sign("melddesk", minute);
        }

        assertThat(harness.extractOutputValues())
                .extracting(SignalCandidate::subject)
                .containsExactly("ondermijning");
    }

    @Test
    void aSourceMayHaveAnIntervalOfItsOwn() throws Exception {
        sign("opendata", 0);
        clock(24 * 60);
        assertThat(harness.extractOutputValues()).isEmpty();

        for (int hour = 25; hour <= 24 * 5; hour++) {
            clock(hour * 60);
        }
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void aJobThatWasAwayListensBeforeItCallsAnythingSilent() throws Exception {
        sign("melddesk", 0);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        clock(600);
        assertThat(harness.extractOutputValues()).as("it was away itself").isEmpty();

        sign("melddesk", 601);
        clock(610);
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void aJobThatWasAwayStillSeesASilenceThatGoesOn() throws Exception {
        sign("melddesk", 0);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        for (int minute = 600; minute <= 640; minute++) {
            clock(minute);
        }

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void anotherIntervalCountsForASourceThatIsSilentAlready() throws Exception {
        sign("opendata", 0);
        clock(30);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        Timeline<SignalSettings> settings = Timeline.always(SignalSettings.USUAL)
                .from(START.plus(Duration.ofMinutes(30)), SignalSettings.parse("stil-minuten.opendata=20"));
        harness = harness(settings.from(START.plus(Duration.ofMinutes(60)), SignalSettings.USUAL));
        harness.initializeState(state);
        harness.open();
        for (int minute = 31; minute <= 55; minute++) {
            clock(minute);
        }
        assertThat(harness.extractOutputValues())
                .extracting(SignalCandidate::isOver)
                .containsExactly(false);

        clock(61);

        assertThat(harness.extractOutputValues())
                .extracting(SignalCandidate::isOver)
                .containsExactly(false, true);
    }

    private void sign(String system, int minute) throws Exception {
        Instant moment = START.plus(Duration.ofMinutes(minute));
        harness.processElement(new SourceProgress(system, moment, moment), moment.toEpochMilli());
    }

    private void clock(int minute) throws Exception {
        harness.setProcessingTime(START.plus(Duration.ofMinutes(minute)).toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SourceProgress, SignalCandidate> harness()
            throws Exception {
        return harness(Timeline.always(SignalSettings.USUAL));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SourceProgress, SignalCandidate> harness(
            Timeline<SignalSettings> settings) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new SilenceFunction(settings)), SourceProgress::system, Types.STRING);
    }
}
