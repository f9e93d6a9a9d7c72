package nl.mjpmonitor.warehouse.schema;

import org.jspecify.annotations.Nullable;

/** A migration that cannot go on; the message names the file and says what to do. */
public final class MigrationException extends RuntimeException {

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
