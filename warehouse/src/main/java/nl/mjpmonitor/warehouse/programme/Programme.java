package nl.mjpmonitor.warehouse.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * What one published document wants.
 *
 * @param id such as {@code uitvoeringsplan-2024}
 * @param title title for readers
 * @param document title of the document as published
 * @param from first month it holds for
 * @param to last month it holds for
 * @param adoption how it came to hold
 */
public record Programme(
        String id,
        LocalizedText title,
        String document,
        YearMonth from,
        YearMonth to,
        Adoption adoption,
        List<Ambition> ambitions,
        List<SuccessCriterion> criteria,
        List<ProgrammeAction> actions) {

    public Programme {
        ambitions = List.copyOf(ambitions);
        criteria = List.copyOf(criteria);
        actions = List.copyOf(actions);
    }

    /** Ambitions, criteria and actions, in this order. */
    public Stream<ProgrammeEntry> entries() {
        return Stream.of(ambitions, criteria, actions).flatMap(List::stream);
    }

    /**
     * How a document came to hold.
     *
     * @param on the day; empty when none was published
     * @param by the body that adopted or discussed it
     * @param document where that was published
     * @param quote the words
     */
    public record Adoption(Optional<LocalDate> on, String by, String document, String quote) {}
}
