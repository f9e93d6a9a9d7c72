package nl.mjpmonitor.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;

/** A {@link ThresholdRegister} in memory, with a stream that takes what is wanted when a test says so. */
public final class InMemoryThresholds implements ThresholdRegister {

    private final List<ThresholdChange> changes = new ArrayList<>();
    private StreamThresholds usual = StreamThresholds.USUAL;
    private Map<String, Integer> inForce = Map.of();
    private boolean isAway;
    private long stands;

    /** As a stream that was just started with these, and nobody changed any. */
    public synchronized void startWith(StreamThresholds thresholds) {
        changes.clear();
        isAway = false;
        inForce(thresholds, thresholds);
    }

    /** As a stream that was started again. */
    public synchronized void startAgain() {
        inForce(usual, read().wanted());
    }

    /** As a stream that never said what it judges by. */
    public synchronized void inForceIsUnknown() {
        inForce = Map.of();
        stands++;
    }

    public synchronized void goAway() {
        isAway = true;
    }

    /** As a {@link nl.mjpmonitor.warehouse.quality.ChangeSignal} tells it. */
    synchronized String token() {
        return Long.toString(stands);
    }

    @Override
    public synchronized ThresholdStand read() {
        if (isAway) {
            throw new WarehouseException("The warehouse is away");
        }
        return new ThresholdStand(usual, inForce, List.copyOf(changes));
    }

    @Override
    public synchronized void change(ThresholdChange change) {
        changes.add(change);
        stands++;
    }

    @Override
    public synchronized void inForce(StreamThresholds usualNow, StreamThresholds inForceNow) {
        usual = usualNow;
        inForce = Map.copyOf(inForceNow.byKey());
        stands++;
    }
}
