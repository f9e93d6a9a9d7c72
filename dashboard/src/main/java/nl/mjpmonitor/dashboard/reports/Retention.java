package nl.mjpmonitor.dashboard.reports;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long editions of a kind of report are kept: a result of the {@link SelectionList}.
 *
 * @param list name of the list
 * @param category number of the result in the list, such as {@code 4.1.1}
 * @param process kind of process of the list that it belongs to
 * @param name its name there
 * @param years for how long after publication; empty means for good
 */
public record Retention(String list, String category, String process, String name, Optional<Integer> years) {

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
