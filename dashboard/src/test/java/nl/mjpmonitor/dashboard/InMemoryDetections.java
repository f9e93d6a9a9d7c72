package nl.mjpmonitor.dashboard;

import java.util.List;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.casework.CaseProgress;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.Hotspots;

/** What the stream detected, in memory. It can be away. Safe for use by many threads. */
public final class InMemoryDetections implements Hotspots, CaseProgress {

    private List<Hotspot> hotspots = List.of();
    private List<StepProgress> steps = List.of();
    private boolean isAway;
    private long changes;

    /** Holds these and nothing else, and is there again. */
    public synchronized void hold(List<Hotspot> hotspots, List<StepProgress> steps) {
        this.hotspots = List.copyOf(hotspots);
        this.steps = List.copyOf(steps);
        isAway = false;
        changes++;
    }

    /** As a {@link nl.mjpmonitor.warehouse.quality.ChangeSignal} tells it. */
    synchronized String token() {
        requirePresence();
        return Long.toString(changes);
    }

    public synchronized void goAway() {
        isAway = true;
    }

    public synchronized void comeBack() {
        isAway = false;
    }

    @Override
    public synchronized List<Hotspot> all() {
        requirePresence();
        return hotspots;
    }

    @Override
    public synchronized List<StepProgress> openSteps() {
        requirePresence();
        return steps;
    }

    private void requirePresence() {
        if (isAway) {
            throw new WarehouseException("The warehouse is away, says the test");
        }
    }
}
