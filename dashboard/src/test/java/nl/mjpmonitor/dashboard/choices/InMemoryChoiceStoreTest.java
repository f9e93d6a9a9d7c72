package nl.mjpmonitor.dashboard.choices;

import nl.mjpmonitor.dashboard.InMemoryChoiceStore;
import nl.mjpmonitor.dashboard.InMemoryStore;

class InMemoryChoiceStoreTest extends ChoiceStoreContract {

    @Override
    ChoiceStore store() {
        return new InMemoryChoiceStore(new InMemoryStore());
    }
}
