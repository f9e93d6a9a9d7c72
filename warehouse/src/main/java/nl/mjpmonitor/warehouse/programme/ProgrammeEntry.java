package nl.mjpmonitor.warehouse.programme;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/** One thing that a published document wants. Its id is unique over all documents. */
public sealed interface ProgrammeEntry permits Ambition, SuccessCriterion, ProgrammeAction {

    /** Kebab-case id, such as {@code ambitie-overlast}. */
    String id();

    /** Theme, such as {@code overlast}; mostly a theme of the indicators. */
    String theme();

    /** What is wanted, in one sentence. */
    LocalizedText text();

    /** Where it was published. */
    Passage passage();

    /** The indicators that say something about it; empty when none does. */
    List<IndicatorId> indicators();
}
