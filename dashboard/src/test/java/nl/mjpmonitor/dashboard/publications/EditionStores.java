package nl.mjpmonitor.dashboard.publications;

import nl.mjpmonitor.dashboard.store.Store;

/** Gives tests of other packages the editions in PostgreSQL. */
public final class EditionStores {

    private EditionStores() {}

    public static EditionStore in(Store store) {
        return new JdbcEditionStore(store);
    }
}
