package nl.mjpmonitor.streaming.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record turned out to be. */
sealed interface Decoded {

    /**
     * A change that keeps its contract.
     *
     * @param addedColumns columns of the row that its contract does not name; they were left out
     */
    record Change(ChangeEvent event, List<String> addedColumns) implements Decoded {}

    /** A sign of life of a source. */
    record Heartbeat(SourceProgress progress) implements Decoded {}

    /**
     * A record that was refused.
     *
     * @param place the rejected change's place among the changes of its key; null when its key cannot be told
     * @param breaksTable whether it shows that the whole table departed from its contract: a column is gone or has another type
     */
    record Rejected(RejectedEvent event, @Nullable ChangeEvent place, boolean breaksTable) implements Decoded {

        /** One bad event, of which others of its table need not suffer. */
        Rejected(RejectedEvent event, @Nullable ChangeEvent place) {
            this(event, place, false);
        }
    }

    /** A record that says nothing about rows: the tombstone after a delete, or a logical message. */
    enum Ignored implements Decoded {
        TOMBSTONE,
        MESSAGE
    }
}
