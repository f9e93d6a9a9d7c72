package nl.mjpmonitor.ops.sources.onderschat;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;

/**
 * A concrete signal that an action day gave and that was passed on to the casework on undermining.
 *
 * @param number the same in both systems
 * @param dayNumber the action day
 */
public record PassedSignal(
        String number,
        String dayNumber,
        LocalDate passedOn,
        String areaCode,
        boolean isWithdrawn,
        Provenance provenance) {

    /** All that were passed on until and including a day, in the order of their days. */
    public static List<PassedSignal> until(LocalDate lastDay, long seed) {
        return ActionDayGenerator.generate(seed, lastDay).signals();
    }
}
