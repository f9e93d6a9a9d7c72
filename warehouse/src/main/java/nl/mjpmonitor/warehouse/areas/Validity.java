package nl.mjpmonitor.warehouse.areas;

import java.time.LocalDate;

/**
 * Days on which something holds.
 *
 * @param from first day; {@link #EARLIEST} when it is not known or before all figures
 * @param to last day; {@link #LATEST} when there is no end
 */
public record Validity(LocalDate from, LocalDate to) {

    public static final LocalDate EARLIEST = LocalDate.EPOCH;
    public static final LocalDate LATEST = LocalDate.of(2148, 12, 31);

    /** Holds on every day. */
    public static final Validity ALWAYS = new Validity(EARLIEST, LATEST);

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the last day lies before the first
     */
    public Validity {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last day lies before the first");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(Validity other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
