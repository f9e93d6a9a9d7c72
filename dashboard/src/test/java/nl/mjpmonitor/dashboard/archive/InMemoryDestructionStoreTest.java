package nl.mjpmonitor.dashboard.archive;

import nl.mjpmonitor.dashboard.InMemoryDestructionStore;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryStore;

class InMemoryDestructionStoreTest extends DestructionStoreContract {

    @Override
    Stores stores() {
        InMemoryStore store = new InMemoryStore();
        InMemoryEditionStore editions = new InMemoryEditionStore(store);
        return new Stores(editions, new InMemoryDestructionStore(editions, store));
    }
}
