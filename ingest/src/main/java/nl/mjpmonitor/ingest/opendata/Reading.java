package nl.mjpmonitor.ingest.opendata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a table, from its beginning to its end.
 *
 * @param table what is read
 * @param revision its number
 * @param source address of the table, or name of the file
 * @param digest SHA-256 of the file in hexadecimal, null for a table of a service
 * @param sourceModifiedAt when the source last changed it, null when it does not say
 */
record Reading(
        TableDefinition table,
        long revision,
        String source,
        @Nullable String digest,
        @Nullable Instant sourceModifiedAt) {

    /** How a reading fared. */
    enum State {
        /** It began. */
        STARTED("started"),
        /** It reached the end: the cells published make up the table as it was at {@code sourceModifiedAt}. */
        COMPLETE("complete"),
        /** The table changed while it was read; a next reading follows. */
        ABANDONED("abandoned"),
        /** It cannot go on for now; it will be tried again. */
        FAILED("failed"),
        /** The file is broken and was set aside; nothing of it was published. */
        REJECTED("rejected");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** The name in records. */
        String text() {
            return text;
        }
    }
}
