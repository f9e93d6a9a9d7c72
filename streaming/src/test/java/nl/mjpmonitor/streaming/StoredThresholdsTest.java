package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.junit.jupiter.api.Test;

class StoredThresholdsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void whatPeopleStoredGoesBeforeTheOptionsAndIsInForce() {
        StreamThresholds options = WarehouseJobOptions.parse(
                        "--bootstrap", "127.0.0.1:1",
                        "--clickhouse-url", "jdbc:clickhouse://127.0.0.1:1",
                        "--state-dir", "/var/state",
                        "--hotspot-reports", "8",
                        "--signals", "per-dag=40")
                .thresholds();
        Register register = new Register(List.of(
                new ThresholdChange("hotspot-reports", Optional.of(4), NOON, "BEHEERDER", ""),
                new ThresholdChange("case-norm-lwo-days", Optional.of(30), NOON.plusSeconds(1), "BEHEERDER", "")));

        Timeline<StreamThresholds> thresholds = StoredThresholds.take(options, register);

        assertThat(thresholds.at(NOON.minusMillis(1))).isEqualTo(options);
        assertThat(thresholds.newest()).isEqualTo(options.with(Map.of("hotspot-reports", 4, "case-norm-lwo-days", 30)));
        assertThat(register.told).containsExactly(options, thresholds.newest());
    }

    private static final class Register implements ThresholdRegister {

        private final List<ThresholdChange> changes;
        private final List<StreamThresholds> told = new ArrayList<>();

        Register(List<ThresholdChange> changes) {
            this.changes = changes;
        }

        @Override
        public ThresholdStand read() {
            return new ThresholdStand(StreamThresholds.USUAL, Map.of(), changes);
        }

        @Override
        public void change(ThresholdChange change) {
            throw new UnsupportedOperationException("The stream changes no threshold");
        }

        @Override
        public void inForce(StreamThresholds usual, StreamThresholds inForce) {
            told.addAll(List.of(usual, inForce));
        }
    }
}
