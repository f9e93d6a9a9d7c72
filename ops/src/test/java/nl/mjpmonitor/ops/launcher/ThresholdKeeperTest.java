package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;
import org.junit.jupiter.api.Test;

class ThresholdKeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final StreamThresholds USUAL = StreamThresholds.USUAL;

    @Test
    void theJobStartsAgainOnceTheLastOfARowOfChangesHasSettled() {
        ThresholdStand stand = new ThresholdStand(
                USUAL,
                USUAL.byKey(),
                List.of(change("per-dag", 40, NOON), change("per-dag-regel", 20, NOON.plusSeconds(4))));

        assertThat(ThresholdKeeper.due(stand, NOON.plusSeconds(6))).isEmpty();
        assertThat(ThresholdKeeper.due(stand, NOON.plusSeconds(9))).contains(NOON.plusSeconds(4));
    }

    @Test
    void aJobThatJudgesByWhatIsWantedIsLeftAlone() {
        List<ThresholdChange> changes = List.of(change("per-dag", 40, NOON));

        assertThat(ThresholdKeeper.due(
                        new ThresholdStand(
                                USUAL, USUAL.with(Map.of("per-dag", 40)).byKey(), changes),
                        NOON.plusSeconds(60)))
                .isEmpty();
        assertThat(ThresholdKeeper.due(new ThresholdStand(USUAL, USUAL.byKey(), List.of()), NOON))
                .isEmpty();
    }

    private static ThresholdChange change(String key, int value, Instant moment) {
        return new ThresholdChange(key, Optional.of(value), moment, "BEHEERDER", "");
    }
}
