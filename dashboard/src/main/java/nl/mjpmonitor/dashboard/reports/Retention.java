package nl.mjpmonitor.dashboard.reports;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long editions of a kind of report are kept: an entry of the Selectielijst gemeenten en intergemeentelijke organen 2020
 * (Staatscourant 2020, 11143). Whoever answers for the archive confirms which entry holds; it stands in the file of the report.
 *
 * @param category number of the result in the list, such as {@code 4.1.1}
 * @param name its name there
 * @param years for how long after publication; empty means for good
 */
public record Retention(String category, String name, Optional<Integer> years) {

    /** The list that the categories come from. */
    public static final String LIST = "Selectielijst gemeenten en intergemeentelijke organen 2020";

    public boolean isPermanent() {
        return years.isEmpty();
    }

    /**
     * The first day on which what was published that day may be destroyed; empty when never.
     *
     * @param publishedOn day of publication
     */
    public Optional<LocalDate> endOf(LocalDate publishedOn) {
        return years.map(publishedOn::plusYears);
    }
}
