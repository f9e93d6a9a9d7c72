package nl.mjpmonitor.dashboard.publications;

import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryStore;

class InMemoryEditionStoreTest extends EditionStoreContract {

    @Override
    EditionStore store() {
        return new InMemoryEditionStore(new InMemoryStore());
    }
}
