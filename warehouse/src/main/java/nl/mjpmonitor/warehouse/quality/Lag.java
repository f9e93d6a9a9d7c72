package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;
import java.util.Locale;

/**
 * How much waits at one stage between a source and the warehouse.
 *
 * @param sourceSystem the system
 * @param sourceTable the table, without schema; empty when the whole system is measured
 * @param stage where it waits
 * @param amount how much, in the unit of the stage
 * @param measuredAt moment of measuring
 */
public record Lag(String sourceSystem, String sourceTable, Stage stage, long amount, Instant measuredAt) {

    /** A stage, in the order in which a change passes them. */
    public enum Stage {
        /** Log that the connector has not read yet. */
        CONNECT("bytes"),
        /** Log that the source keeps on its disk for the connector; without bound it would fill that disk. */
        KEPT("bytes"),
        /** Events in Kafka after the newest checkpoint of the stream; a few seconds of them are always there. */
        STREAM("events");

        private final String unit;

        Stage(String unit) {
            this.unit = unit;
        }

        /** What is counted: bytes or events. */
        public String unit() {
            return unit;
        }

        /** The word in {@code control.lag.stage}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
