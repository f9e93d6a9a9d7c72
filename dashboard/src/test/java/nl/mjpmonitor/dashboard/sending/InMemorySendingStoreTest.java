package nl.mjpmonitor.dashboard.sending;

import nl.mjpmonitor.dashboard.InMemorySendingStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.publications.EditionId;

class InMemorySendingStoreTest extends SendingStoreContract {

    @Override
    SendingStore store() {
        return new InMemorySendingStore(new InMemoryStore());
    }

    @Override
    EditionId edition() {
        return new EditionId(1);
    }
}
