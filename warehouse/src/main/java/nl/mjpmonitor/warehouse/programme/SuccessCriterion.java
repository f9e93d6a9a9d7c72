package nl.mjpmonitor.warehouse.programme;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * By what it shows that it went well.
 *
 * @param kind whether the document calls it a criterion, or what residents should notice
 * @param ambitions ids of the ambitions it belongs to
 */
public record SuccessCriterion(
        String id,
        String theme,
        Kind kind,
        LocalizedText text,
        Passage passage,
        List<String> ambitions,
        List<IndicatorId> indicators)
        implements ProgrammeEntry {

    public SuccessCriterion {
        ambitions = List.copyOf(ambitions);
        indicators = List.copyOf(indicators);
    }

    /** What the document calls it. */
    public enum Kind {
        CRITERION,
        /** What residents should notice. */
        EFFECT
    }
}
