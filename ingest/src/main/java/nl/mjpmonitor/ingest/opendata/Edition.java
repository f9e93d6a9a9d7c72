package nl.mjpmonitor.ingest.opendata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells one publication of a table from the next.
 *
 * @param modifiedAt when the source last changed the table, null when it does not say
 * @param rowCount rows of the whole table, or {@link PageOffset#UNANNOUNCED}
 * @param definition fingerprint of the definition it is read by
 */
record Edition(@Nullable Instant modifiedAt, long rowCount, String definition) {
    String text() {
        return modifiedAt + "|" + rowCount + "|" + definition;
    }
}
