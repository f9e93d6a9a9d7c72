package nl.mjpmonitor.warehouse.thresholds;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the thresholds stand.
 *
 * @param usual those the stream was started with, before anybody changed them
 * @param inForce by which the stream judges, by key; empty when it never said so
 * @param changes all that people changed, oldest first
 */
public record ThresholdStand(StreamThresholds usual, Map<String, Integer> inForce, List<ThresholdChange> changes) {

    /** By which it should judge. */
    public StreamThresholds wanted() {
        return usual.changedBy(changes).newest();
    }

    /** Whether the stream has to take other thresholds than those it judges by. */
    public boolean isWaiting() {
        return !inForce.isEmpty() && !inForce.equals(wanted().byKey());
    }

    /** The last change of a threshold. */
    public Optional<ThresholdChange> newest(String key) {
        return changes.stream()
                .filter(change -> change.key().equals(key))
                .max(Comparator.comparing(ThresholdChange::changedAt));
    }
}
