package nl.mjpmonitor.warehouse.calendar;

import java.time.LocalDate;

/**
 * Days in a row on which figures may differ for a known reason.
 *
 * @param kind the reason
 * @param name Dutch name
 * @param firstDay first day
 * @param lastDay last day
 * @param source where the days come from
 * @param isDemonstration whether the days are assumed, because no source gives them
 */
public record HotTime(
        HotTimeKind kind, String name, LocalDate firstDay, LocalDate lastDay, String source, boolean isDemonstration) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the last day lies before the first
     */
    public HotTime {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("The last day lies before the first");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
