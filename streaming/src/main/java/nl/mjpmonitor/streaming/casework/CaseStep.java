package nl.mjpmonitor.streaming.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a step of a case stands.
 *
 * @param rowKey primary key of the step as JSON
 * @param step the step
 * @param passNumber time through the step
 * @param areaCode buurt of the case
 * @param enteredOn day on which the case came to it
 * @param leftOn day on which the step was done or the case closed
 * @param stagnatesOn first day of taking longer than the norm; none when it was left before that
 * @param normDays days that it may take
 * @param outcomes what came of it, in alphabetical order
 * @param isWithdrawn whether the step, or its case, was registered by mistake or is gone
 */
record CaseStep(
        String rowKey,
        String step,
        int passNumber,
        String areaCode,
        LocalDate enteredOn,
        Optional<LocalDate> leftOn,
        Optional<LocalDate> stagnatesOn,
        int normDays,
        List<String> outcomes,
        boolean isWithdrawn) {

    /** Whether it goes on and has taken longer than its norm on a day. */
    boolean isStagnating(LocalDate today) {
        return isOpen() && stagnatesOn.filter(since -> !since.isAfter(today)).isPresent();
    }

    /** Whether it goes on. */
    boolean isOpen() {
        return leftOn.isEmpty() && !isWithdrawn;
    }
}
