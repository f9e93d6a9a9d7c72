package nl.mjpmonitor.dashboard.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be used now. What was to be changed has not been, unless the store went away while it answered. */
public final class StoreAwayException extends RuntimeException {

    public StoreAwayException(String message) {
        super(message);
    }

    StoreAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
