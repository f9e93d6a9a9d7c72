package nl.mjpmonitor.warehouse.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A step that a case is in now. Which case, is not told.
 *
 * @param passNumber 1 the first time through; more after each reopening
 * @param enteredOn day on which the case came to it
 * @param ageDays days since then
 * @param stagnatingSince first day of taking longer than the norm; empty while it has not
 */
public record OpenStep(int passNumber, LocalDate enteredOn, int ageDays, Optional<LocalDate> stagnatingSince) {

    public boolean isStagnating() {
        return stagnatingSince.isPresent();
    }
}
