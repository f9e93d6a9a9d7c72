package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.LocalDate;
import java.time.YearMonth;
import nl.mjpmonitor.ops.sources.generation.Chance;
import org.jspecify.annotations.Nullable;

/**
 * The number of a month as it stands on a day.
 *
 * @param value null when it has not been delivered yet
 * @param revision 1 as first delivered, 2 when corrected since
 * @param deliveredOn when it was first delivered
 * @param correctedOn when it was corrected
 */
record Delivery(
        @Nullable Integer value,
        int revision,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate correctedOn) {
    private static final double LATE = 0.1;
    private static final double CORRECTED = 0.08;
    private static final int LARGEST_CORRECTION = 4;

    /** Counted by the Zorg- en Veiligheidshuis itself, at the end of the month. */
    static Delivery own(int value, YearMonth month) {
        return new Delivery(value, 1, month.atEndOfMonth(), null);
    }

    /** Delivered by a partner in the month that follows, and now and then a month or two later. */
    static Delivery byPartner(int value, YearMonth month, boolean mayBeLate, LocalDate lastDay, Chance chance) {
        int monthsLater = 1 + (chance.happens(LATE) && mayBeLate ? chance.between(1, 2) : 0);
        LocalDate deliveredOn = month.plusMonths(monthsLater).atDay(chance.between(8, 20));
        return deliveredOn.isAfter(lastDay)
                ? new Delivery(null, 1, null, null)
                : new Delivery(value, 1, deliveredOn, null);
    }

    /** The same, or now and then as it stands when it first was another number. */
    Delivery perhapsCorrected(LocalDate lastDay, Chance chance) {
        boolean isCorrected = chance.happens(CORRECTED);
        int difference = chance.between(1, LARGEST_CORRECTION);
        int days = chance.between(20, 75);
        if (!isCorrected || value == null || deliveredOn == null) {
            return this;
        }
        LocalDate on = deliveredOn.plusDays(days);
        return on.isAfter(lastDay)
                ? new Delivery(Math.max(0, value - difference), 1, deliveredOn, null)
                : new Delivery(value, 2, deliveredOn, on);
    }
}
