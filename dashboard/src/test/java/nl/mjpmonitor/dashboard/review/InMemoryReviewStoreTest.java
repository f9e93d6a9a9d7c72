package nl.mjpmonitor.dashboard.review;

import nl.mjpmonitor.dashboard.InMemoryStore;

class InMemoryReviewStoreTest extends ReviewStoreContract {

    @Override
    ReviewStore store() {
        return new InMemoryReviewStore(new InMemoryStore());
    }
}
