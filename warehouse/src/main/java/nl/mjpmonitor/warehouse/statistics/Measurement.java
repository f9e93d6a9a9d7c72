package nl.mjpmonitor.warehouse.statistics;

/**
 * Something measured rather than counted: a lead time, a share, days between two events.
 *
 * @param value finite, in the unit of its series
 */
public record Measurement(double value) implements Reading {

    /** @throws IllegalArgumentException when the value is not finite */
    public Measurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A measurement is finite, not " + value);
        }
    }
}
