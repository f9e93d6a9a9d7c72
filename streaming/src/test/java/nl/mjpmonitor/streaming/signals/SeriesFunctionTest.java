package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.streaming.detection.JudgingOperator;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesFunctionTest {

    private static final Instant SNAPSHOT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T08:00:00Z");
    private static final String INDICATOR = "woninginbraak";
    private static final String MUNICIPALITY = "GM0935";
    private static final String BUURT = "BU09350000";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private KeyedOneInputStreamOperatorTestHarness<String, SeriesChange, SignalCandidate> harness;

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
    void aMonthOutsideItsLimitsIsACandidateOnceThingsHaveSettled() throws Exception {
        history(MUNICIPALITY, 50);
        harness.processWatermark(SNAPSHOT.toEpochMilli());
        assertThat(harness.extractOutputValues()).as("more may come").isEmpty();

        harness.processWatermark(SNAPSHOT.plusSeconds(10).toEpochMilli());
        assertThat(harness.extractOutputValues()).singleElement().satisfies(candidate -> {
            assertThat(candidate.ruleId()).isEqualTo("maand-buiten-grenzen");
            assertThat(candidate.subject()).isEqualTo(INDICATOR);
            assertThat(candidate.areaCode()).isEqualTo(MUNICIPALITY);
            assertThat(candidate.isOver()).isFalse();
            assertThat(candidate.figures()).containsEntry("aantal", "50").containsEntry("periode", "2026-10");
        });
    }

    @Test
    void aLateCorrectionTakesItBack() throws Exception {
        history(MUNICIPALITY, 50);
        harness.processWatermark(SNAPSHOT.plusSeconds(10).toEpochMilli());

        count(MUNICIPALITY, OCTOBER, -29, LATER, false);
        harness.processWatermark(LATER.plusSeconds(10).toEpochMilli());

        assertThat(harness.extractOutputValues()).hasSize(2).last().satisfies(candidate -> {
            assertThat(candidate.isOver()).isTrue();
            assertThat(candidate.figures()).containsEntry("aantal", "50").containsEntry("periode", "2026-10");
            assertThat(candidate.knownAt()).isBetween(LATER, LATER.plusSeconds(10));
        });
    }

    @Test
    void anotherFigureIsToldAndTheSameFigureIsNot() throws Exception {
        history(MUNICIPALITY, 50);
        harness.processWatermark(SNAPSHOT.plusSeconds(10).toEpochMilli());
        count(MUNICIPALITY, OCTOBER, 1, LATER, false);
        harness.processWatermark(LATER.plusSeconds(10).toEpochMilli());
        count(MUNICIPALITY, OCTOBER, 3, LATER.plusSeconds(20), false);
        count(MUNICIPALITY, OCTOBER, -3, LATER.plusSeconds(21), false);
        harness.processWatermark(LATER.plusSeconds(40).toEpochMilli());

        assertThat(harness.extractOutputValues())
                .extracting(candidate -> candidate.figures().get("aantal"))
                .containsExactly("50", "51");
    }

    @Test
    void whatALostCoverMadeUnknownIsOver() throws Exception {
        history(MUNICIPALITY, 50);
        harness.processWatermark(SNAPSHOT.plusSeconds(10).toEpochMilli());

        process(new SeriesChange(
                INDICATOR,
                MUNICIPALITY,
                SeriesChange.Kind.NO_COVER,
                0,
                0,
                0,
                0,
                false,
                "{\"delivery_id\":1}",
                "*",
                LATER.toEpochMilli()));
        harness.processWatermark(LATER.plusSeconds(10).toEpochMilli());

        assertThat(harness.extractOutputValues())
                .extracting(SignalCandidate::isOver)
                .containsExactly(false, true);
    }

    @Test
    void aSignalEndsWithItsHorizonThoughNothingHappens() throws Exception {
        history(MUNICIPALITY, 50);
        harness.processWatermark(Instant.parse("2027-01-20T00:00:00Z").toEpochMilli());

        assertThat(harness.extractOutputValues()).hasSize(2).last().satisfies(candidate -> {
            assertThat(candidate.isOver()).isTrue();
            assertThat(candidate.knownAt())
                    .as("the day after 62 days after 31 October, as the day begins in Amsterdam")
                    .isEqualTo(Instant.parse("2027-01-01T23:00:00Z"));
        });
    }

    @Test
    void aSnapshotIsNoSeriesAndBurglariesOfTodayAre() throws Exception {
        history(BUURT, 0);
        count(BUURT, OCTOBER, 9, SNAPSHOT.plusSeconds(1), true);
        harness.processWatermark(SNAPSHOT.plusSeconds(20).toEpochMilli());
        assertThat(harness.extractOutputValues()).as("read by the snapshot").isEmpty();

        for (int burglary = 0; burglary < 4; burglary++) {
            count(BUURT, OCTOBER, 1, LATER.plusSeconds(60L * burglary), false);
        }
        harness.processWatermark(LATER.plusSeconds(600).toEpochMilli());
        assertThat(harness.extractOutputValues()).last().satisfies(candidate -> {
            assertThat(candidate.ruleId()).isEqualTo("woninginbraakreeks");
            assertThat(candidate.areaCode()).isEqualTo(BUURT);
            assertThat(candidate.figures()).containsEntry("aantal", "4");
            assertThat(candidate.isOver()).isFalse();
        });

        harness.processWatermark(LATER.plusSeconds(9L * 24 * 3_600).toEpochMilli());
        assertThat(harness.extractOutputValues())
                .as("a week later it is over")
                .last()
                .satisfies(candidate -> assertThat(candidate.isOver()).isTrue());
    }

    @Test
    void aRestartInBetweenChangesNothing() throws Exception {
        history(MUNICIPALITY, 50);
        harness.processWatermark(SNAPSHOT.plusSeconds(10).toEpochMilli());
        List<SignalCandidate> all = new ArrayList<>(harness.extractOutputValues());
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        count(MUNICIPALITY, OCTOBER, -29, LATER, false);
        harness.processWatermark(LATER.plusSeconds(10).toEpochMilli());
        all.addAll(harness.extractOutputValues());

        assertThat(all).extracting(SignalCandidate::isOver).containsExactly(false, true);
    }

    @Test
    void otherSettingsAreJudgedByAtOnceThoughNothingHappens() throws Exception {
        history(BUURT, 0);
        for (int burglary = 0; burglary < 4; burglary++) {
            count(BUURT, OCTOBER, 1, LATER.plusSeconds(60L * burglary), false);
        }
        harness.processWatermark(LATER.plusSeconds(600).toEpochMilli());
        List<SignalCandidate> all = new ArrayList<>(harness.extractOutputValues());
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        Instant changed = LATER.plusSeconds(900);
        Timeline<SignalSettings> settings =
                Timeline.always(SignalSettings.USUAL).from(changed, SignalSettings.parse("reeks-aantal=5"));
        harness = harness(settings);
        harness.initializeState(state);
        harness.open();
        harness.processWatermark(changed.toEpochMilli());
        all.addAll(harness.extractOutputValues());

        assertThat(all).last().satisfies(candidate -> {
            assertThat(candidate.isOver()).isTrue();
            assertThat(candidate.ruleId()).isEqualTo("woninginbraakreeks");
            assertThat(candidate.knownAt()).isBetween(changed, changed.plusSeconds(1));
        });
        assertThat(startedFromNothing(settings, changed))
                .extracting(SignalCandidate::ruleId, SignalCandidate::isOver)
                .containsExactlyElementsOf(all.stream()
                        .map(candidate -> tuple(candidate.ruleId(), candidate.isOver()))
                        .toList());
    }

    private List<SignalCandidate> startedFromNothing(Timeline<SignalSettings> settings, Instant until)
            throws Exception {
        harness.close();
        harness = harness(settings);
        harness.open();
        history(BUURT, 0);
        for (int burglary = 0; burglary < 4; burglary++) {
            count(BUURT, OCTOBER, 1, LATER.plusSeconds(60L * burglary), false);
        }
        harness.processWatermark(LATER.plusSeconds(600).toEpochMilli());
        harness.processWatermark(until.toEpochMilli());
        return harness.extractOutputValues();
    }

    @Test
    void aReplayFindsTheSame() throws Exception {
        history(MUNICIPALITY, 50);
        count(MUNICIPALITY, OCTOBER, -29, LATER, false);
        harness.processWatermark(LATER.plusSeconds(10).toEpochMilli());
        List<SignalCandidate> first = harness.extractOutputValues();
        harness.close();
        open();
        history(MUNICIPALITY, 50);
        count(MUNICIPALITY, OCTOBER, -29, LATER, false);
        harness.processWatermark(LATER.plusSeconds(10).toEpochMilli());

        assertThat(harness.extractOutputValues()).isEqualTo(first);
    }

    /** Since 2022 about 20 a month in the municipality and none in a buurt, with this in October; all of it delivered. */
    private void history(String area, long october) throws Exception {
        process(new SeriesChange(
                INDICATOR,
                area,
                SeriesChange.Kind.COVER,
                SeriesStand.number(YearMonth.of(2022, 1)),
                SeriesStand.number(OCTOBER),
                0,
                0,
                true,
                "{\"delivery_id\":1}",
                "*",
                SNAPSHOT.toEpochMilli()));
        for (YearMonth month = YearMonth.of(2022, 1); month.isBefore(OCTOBER); month = month.plusMonths(1)) {
            count(area, month, area.equals(MUNICIPALITY) ? 18 + month.getMonthValue() % 5 : 0, SNAPSHOT, true);
        }
        count(area, OCTOBER, october, SNAPSHOT, true);
    }

    private void count(String area, YearMonth month, long count, Instant knownAt, boolean isSnapshot) throws Exception {
        process(SeriesChange.count(
                INDICATOR, area, SeriesStand.number(month), count, 0, isSnapshot, knownAt.toEpochMilli()));
    }

    private void process(SeriesChange change) throws Exception {
        harness.processElement(change, change.knownAtMillis());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SeriesChange, SignalCandidate> harness()
            throws Exception {
        return harness(Timeline.always(SignalSettings.USUAL));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SeriesChange, SignalCandidate> harness(
            Timeline<SignalSettings> settings) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new JudgingOperator<>(new SeriesFunction(settings), settings, SeriesFunction.HELD),
                SeriesChange::seriesKey,
                Types.STRING);
    }
}
