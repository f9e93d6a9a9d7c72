package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import nl.mjpmonitor.streaming.registrations.Cell;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesBundleOperatorTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:01Z");
    private static final int OCTOBER = SeriesStand.number(YearMonth.of(2026, 10));

    private OneInputStreamOperatorTestHarness<Contribution, SeriesChange> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(
                new SeriesBundleOperator(Timeline.always(SignalSettings.USUAL)));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void whatBelongsTogetherIsHandedOnTogetherBeforeTheWatermark() throws Exception {
        count("politie.A20", "BU09350000", 2, KNOWN_AT);
        count("politie.A30", "BU09350001", 3, KNOWN_AT.plusMillis(5));
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.processWatermark(KNOWN_AT.plusMillis(5).toEpochMilli());
        assertThat(harness.extractOutputValues())
                .filteredOn(change -> change.indicator().equals("woninginbraak"))
                .contains(
                        change("GM0935", 5, KNOWN_AT.plusMillis(5)),
                        change("WK093500", 5, KNOWN_AT.plusMillis(5)),
                        change("BU09350000", 2, KNOWN_AT),
                        change("BU09350001", 3, KNOWN_AT.plusMillis(5)))
                .hasSize(4);
    }

    @Test
    void nothingIsHeldAcrossACheckpoint() throws Exception {
        count("politie.A20", "BU09350000", 2, KNOWN_AT);
        harness.prepareSnapshotPreBarrier(1);

        assertThat(harness.extractOutputValues()).contains(change("GM0935", 2, KNOWN_AT));
    }

    @Test
    void whatCancelsOutIsNotHandedOn() throws Exception {
        count("politie.A20", "BU09350000", 2, KNOWN_AT);
        count("politie.A20", "BU09350000", -2, KNOWN_AT);
        harness.processWatermark(KNOWN_AT.toEpochMilli());

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void whatNoRuleLooksAtIsLeftOut() throws Exception {
        count("politie.X99", "BU09350000", 2, KNOWN_AT);
        harness.processWatermark(KNOWN_AT.toEpochMilli());

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    private void count(String measure, String buurt, long count, Instant knownAt) throws Exception {
        Cell cell = new Cell(measure, buurt, LocalDate.of(2026, 10, 1).toEpochDay());
        harness.processElement(new Contribution(cell, count, 0, knownAt), knownAt.toEpochMilli());
    }

    private static SeriesChange change(String area, long count, Instant knownAt) {
        return SeriesChange.count("woninginbraak", area, OCTOBER, count, 0, false, knownAt.toEpochMilli());
    }
}
