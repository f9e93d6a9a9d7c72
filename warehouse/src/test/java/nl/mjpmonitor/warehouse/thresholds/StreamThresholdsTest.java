package nl.mjpmonitor.warehouse.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import org.junit.jupiter.api.Test;

class StreamThresholdsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final StreamThresholds USUAL = StreamThresholds.USUAL;

    @Test
    void everyThresholdHasAValueInItsRange() {
        assertThat(USUAL.values())
                .allSatisfy((threshold, value) ->
                        assertThat(threshold.allows(value)).as(threshold.key()).isTrue());
        assertThat(USUAL.byKey())
                .containsEntry("hotspot-memory-days", 1_826)
                .containsEntry("case-norm-riec-days", 365)
                .containsEntry("stil-minuten.opendata", 2_880)
                .containsKeys(List.of(SignalSetting.values()).stream()
                        .map(SignalSetting::key)
                        .toArray(String[]::new));
    }

    @Test
    void theyAreMadeOfTheirValuesAgain() {
        StreamThresholds given = new StreamThresholds(
                new HotspotSettings(8, 4, 14, 40, 100),
                new StepNorms(1, 2, 3, 4),
                SignalSettings.parse("per-dag=40,stil-minuten.melddesk=3"));

        assertThat(StreamThresholds.of(given.byKey())).isEqualTo(given);
        assertThat(StreamThresholds.of(Map.of())).isEqualTo(USUAL);
    }

    @Test
    void oneOfThemCanHaveAnotherValueInItsRange() {
        assertThat(USUAL.problems(Map.of("hotspot-reports", 3))).isEmpty();
        assertThat(USUAL.with(Map.of("hotspot-reports", 3)).hotspots())
                .isEqualTo(new HotspotSettings(3, 3, 28, 56, 1_826));
        assertThat(USUAL.problems(Map.of("hotspot-reports", 1))).containsExactly(ThresholdProblem.OUT_OF_RANGE);
        assertThat(USUAL.problems(Map.of("reeks-promille", 51))).containsExactly(ThresholdProblem.OUT_OF_RANGE);
        assertThat(USUAL.problems(Map.of("hotspot-memory-days", 2_000))).containsExactly(ThresholdProblem.FIXED);
        assertThat(USUAL.problems(Map.of("elsewhere", 1))).containsExactly(ThresholdProblem.UNKNOWN);
    }

    @Test
    void whatContradictsTheOthersIsAProblem() {
        assertThat(USUAL.problems(Map.of("hotspot-reports", 2)))
                .containsExactly(ThresholdProblem.MORE_DAYS_THAN_REPORTS);
        assertThat(USUAL.problems(Map.of("hotspot-window-days", 2)))
                .containsExactly(ThresholdProblem.MORE_DAYS_THAN_WINDOW);
        assertThat(USUAL.problems(Map.of("hotspot-close-days", 1_800)))
                .containsExactly(ThresholdProblem.FORGOTTEN_BEFORE_CLOSED);
        assertThat(USUAL.problems(Map.of("per-dag", 9))).containsExactly(ThresholdProblem.MORE_OF_A_RULE_THAN_OF_ALL);
        assertThat(USUAL.problems(Map.of("hotspot-reports", 2, "hotspot-days", 2)))
                .as("together they fit")
                .isEmpty();
    }

    @Test
    void hotspotSettingsThatMakeNoSenseAreRefusedAllAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HotspotSettings(1, 2, 1, 30, 10))
                .withMessageContaining("hotspot-reports must")
                .withMessageContaining("hotspot-days must")
                .withMessageContaining("hotspot-window-days must")
                .withMessageContaining("hotspot-close-days must")
                .withMessageContaining("hotspot-memory-days must");
    }

    @Test
    void aNormIsPositiveAndHasAStep() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StepNorms(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StepNorms.DEFAULT.of("elsewhere"));
    }

    @Test
    void eachMomentHasWhatHeldThen() {
        Timeline<StreamThresholds> timeline = USUAL.changedBy(List.of(
                change("hotspot-reports", 20, Optional.empty()),
                change("hotspot-reports", 0, Optional.of(4)),
                change("per-dag", 10, Optional.of(40))));

        assertThat(timeline.at(NOON.minusMillis(1))).isEqualTo(USUAL);
        assertThat(timeline.at(NOON)).isEqualTo(USUAL.with(Map.of("hotspot-reports", 4)));
        assertThat(timeline.at(NOON.plusSeconds(10)))
                .isEqualTo(USUAL.with(Map.of("hotspot-reports", 4, "per-dag", 40)));
        assertThat(timeline.newest()).isEqualTo(USUAL.with(Map.of("per-dag", 40)));
    }

    @Test
    void aPartKnowsOnlyItsOwnChanges() {
        Timeline<HotspotSettings> hotspots = USUAL.changedBy(
                        List.of(change("hotspot-reports", 0, Optional.of(4)), change("per-dag", 10, Optional.of(40))))
                .map(StreamThresholds::hotspots);

        assertThat(hotspots.changes(Instant.MIN, NOON.plusSeconds(60))).containsExactly(NOON);
        assertThat(hotspots.changes(NOON, NOON.plusSeconds(60))).isEmpty();
        assertThat(hotspots.changesUntil(NOON.minusMillis(1))).isZero();
        assertThat(hotspots.changesUntil(NOON)).isOne();
        assertThat(hotspots.next(NOON.minusMillis(1))).contains(NOON);
        assertThat(hotspots.next(NOON)).isEmpty();
        assertThat(hotspots.until(NOON)).hasSize(2);
        assertThat(hotspots.newestUntil(NOON.minusMillis(1))).isEmpty();
        assertThat(hotspots.newestUntil(NOON.plusSeconds(60))).contains(NOON);
    }

    @Test
    void aChangeThatCannotBeUsedWithTheOthersIsPassedOver() {
        StreamThresholds given = USUAL.with(Map.of("hotspot-reports", 2, "hotspot-days", 2));

        assertThat(given.changedBy(List.of(
                                change("hotspot-days", 0, Optional.of(3)), change("per-dag", 10, Optional.of(40))))
                        .newest())
                .isEqualTo(given.with(Map.of("per-dag", 40)));
    }

    @Test
    void theStreamIsWaitedForUntilItJudgesByWhatIsWanted() {
        List<ThresholdChange> changes = List.of(change("per-dag", 0, Optional.of(40)));

        assertThat(new ThresholdStand(USUAL, Map.of(), changes).isWaiting())
                .as("it never said by what it judges")
                .isFalse();
        assertThat(new ThresholdStand(USUAL, USUAL.byKey(), changes).isWaiting())
                .isTrue();
        assertThat(new ThresholdStand(USUAL, USUAL.with(Map.of("per-dag", 40)).byKey(), changes).isWaiting())
                .isFalse();
    }

    private static ThresholdChange change(String key, int seconds, Optional<Integer> value) {
        return new ThresholdChange(key, value, NOON.plusSeconds(seconds), "BEHEERDER", "");
    }
}
