package nl.mjpmonitor.warehouse.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How much waits at one stage between a source and the screen, and for how long.
 *
 * @param sourceSystem the system
 * @param sourceTable the table, without schema; empty when the whole system is measured
 * @param stage where it waits
 * @param amount how much, in the unit of the stage
 * @param waiting for how long the oldest of it has waited there; zero when nothing waits, and of {@link Stage#KEPT}
 * @param measuredAt moment of measuring
 */
public record Lag(
        String sourceSystem, String sourceTable, Stage stage, long amount, Duration waiting, Instant measuredAt) {

    /** A stage, in the order in which a change passes them. */
    public enum Stage {
        /**
         * From the commit in the source to Kafka: log that the connector has not read yet. A slot is read in order, so what holds for a
         * system holds for each of its tables.
         */
        CONNECT("bytes"),
        /** Log that the source keeps on its disk for the connector; without bound it would fill that disk. */
        KEPT("bytes"),
        /** From Kafka to the stream: events that it has not read. */
        STREAM("events"),
        /** From the stream to ClickHouse: events that it has read and of which no checkpoint says yet that they are written. */
        STORE("events"),
        /** From ClickHouse to the screen: answers of the dashboard in a row that did not hold what ClickHouse held. */
        SCREEN("answers");

        private final String unit;

        Stage(String unit) {
            this.unit = unit;
        }

        /** What is counted: bytes, events or answers. */
        public String unit() {
            return unit;
        }

        /** The word in {@code control.lag.stage}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much waits, when it is not known for how long. */
    public Lag(String sourceSystem, String sourceTable, Stage stage, long amount, Instant measuredAt) {
        this(sourceSystem, sourceTable, stage, amount, Duration.ZERO, measuredAt);
    }
}
