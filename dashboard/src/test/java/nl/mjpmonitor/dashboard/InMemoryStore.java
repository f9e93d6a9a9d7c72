package nl.mjpmonitor.dashboard;

import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.store.StoreSight;
import nl.mjpmonitor.dashboard.store.StoreState;

/** Whether the store in memory is there; a test decides. */
public final class InMemoryStore implements StoreSight {

    private volatile StoreState state = StoreState.READY;

    public void become(StoreState next) {
        state = next;
    }

    @Override
    public StoreState state() {
        return state;
    }

    @Override
    public String schemaVersion() {
        return state == StoreState.READY ? "2" : "";
    }

    void answer() {
        if (state != StoreState.READY) {
            throw new StoreAwayException("The store in memory is " + state);
        }
    }
}
