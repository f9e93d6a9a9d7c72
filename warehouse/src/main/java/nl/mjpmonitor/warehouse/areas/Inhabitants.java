package nl.mjpmonitor.warehouse.areas;

import java.time.LocalDate;

/**
 * How many people live in an area.
 *
 * @param area the area
 * @param on day of the count
 * @param count inhabitants
 * @param source where the number comes from; of an area that was added up: of its parts
 */
public record Inhabitants(AreaCode area, LocalDate on, int count, String source) {

    /** Below this number a figure per inhabitants says nothing. */
    public static final int SMALL = 1_000;

    /** Whether a figure per inhabitants needs a warning. */
    public boolean isSmall() {
        return count < SMALL;
    }
}
