package nl.mjpmonitor.warehouse.casework;

import java.util.List;

/**
 * The cases that are in one step now. A case may be in more than one step at once: steps do not add up.
 *
 * @param step {@code lwo}, {@code atom}, {@code mot} or {@code riec}
 * @param normDays days that it may take
 * @param open the cases in it, the longest first
 */
public record StepProgress(String step, int normDays, List<OpenStep> open) {

    /** Copies the list. */
    public StepProgress {
        open = List.copyOf(open);
    }

    /** Number of cases that take longer than the norm. */
    public long stagnating() {
        return open.stream().filter(OpenStep::isStagnating).count();
    }
}
