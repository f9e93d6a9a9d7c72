package nl.mjpmonitor.warehouse.programme;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * What is aimed at.
 *
 * @param owner body or department that answers for it, never a person
 */
public record Ambition(
        String id, String theme, LocalizedText text, String owner, Passage passage, List<IndicatorId> indicators)
        implements ProgrammeEntry {

    public Ambition {
        indicators = List.copyOf(indicators);
    }
}
