package nl.mjpmonitor.dashboard.signals;

import nl.mjpmonitor.dashboard.InMemorySignalStore;
import nl.mjpmonitor.dashboard.InMemoryStore;

class InMemorySignalStoreTest extends SignalStoreContract {

    @Override
    SignalStore store() {
        return new InMemorySignalStore(new InMemoryStore());
    }
}
