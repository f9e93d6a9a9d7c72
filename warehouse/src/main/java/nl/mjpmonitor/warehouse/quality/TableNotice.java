package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;

/**
 * A way in which a captured table departs from its contract.
 *
 * @param sourceSystem the system
 * @param sourceTable the table, without schema
 * @param kind what kind
 * @param column the added column; empty of a pause
 * @param detail what is wrong; empty of an added column
 * @param topic Kafka topic of the table
 * @param offset Kafka offset of the event that showed it
 * @param knownAt moment the warehouse took that event in
 */
public record TableNotice(
        String sourceSystem,
        String sourceTable,
        Kind kind,
        String column,
        String detail,
        String topic,
        long offset,
        Instant knownAt) {

    /** What happened to the table. */
    public enum Kind {
        /** The source has a column that the contract does not name; it is left out. */
        COLUMN_ADDED("column-added"),
        /** A column is gone or has another type: the changes of this table wait. */
        PAUSED("paused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in {@code control.table_notice.notice}. */
        public String word() {
            return word;
        }

        static Kind of(String word) {
            return word.equals(PAUSED.word) ? PAUSED : COLUMN_ADDED;
        }
    }
}
