package nl.mjpmonitor.warehouse.programme;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * What is to be done, or was done.
 *
 * @param owner body or department that does it, never a person
 * @param due month by which it should be done; empty when none was published
 * @param state how it stands according to the document; it is not kept up afterwards
 * @param ambitions ids of the ambitions it serves
 */
public record ProgrammeAction(
        String id,
        String theme,
        LocalizedText text,
        String owner,
        Optional<YearMonth> due,
        State state,
        Passage passage,
        List<String> ambitions,
        List<IndicatorId> indicators)
        implements ProgrammeEntry {

    public ProgrammeAction {
        ambitions = List.copyOf(ambitions);
        indicators = List.copyOf(indicators);
    }

    /** How an action stands. */
    public enum State {
        PLANNED,
        RUNNING,
        DONE,
        /** Meant before, and not come about. */
        STALLED
    }
}
