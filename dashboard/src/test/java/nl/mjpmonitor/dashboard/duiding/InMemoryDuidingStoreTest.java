package nl.mjpmonitor.dashboard.duiding;

import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.InMemoryStore;

class InMemoryDuidingStoreTest extends DuidingStoreContract {

    @Override
    DuidingStore store() {
        return new InMemoryDuidingStore(new InMemoryStore());
    }
}
