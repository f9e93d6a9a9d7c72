package nl.mjpmonitor.dashboard.store;

/**
 * How to reach the store.
 *
 * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/dashboard}; empty for a dashboard without a store
 * @param user role that reads and writes rows; it owns nothing
 * @param password its password
 * @param owner role that owns the tables and migrates them; the user itself when empty
 * @param ownerPassword its password
 */
record StoreSettings(String url, String user, String password, String owner, String ownerPassword) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** @throws IllegalStateException when they cannot work; the message says what to change */
    StoreSettings {
        if (!url.isBlank() && !url.startsWith(POSTGRESQL)) {
            throw new IllegalStateException("MJP_STORE_URL must start with " + POSTGRESQL
                    + ", such as jdbc:postgresql://127.0.0.1:5432/dashboard.");
        }
        if (!url.isBlank() && user.isBlank()) {
            throw new IllegalStateException(
                    "MJP_STORE_URL is set, MJP_STORE_USER is not; give both, and MJP_STORE_PASSWORD.");
        }
        if (owner.isBlank()) {
            owner = user;
            ownerPassword = password;
        }
    }

    boolean isGiven() {
        return !url.isBlank();
    }

    /** Does not show the passwords. */
    @Override
    public String toString() {
        return "StoreSettings[%s, %s, %s]".formatted(url, user, owner);
    }
}
