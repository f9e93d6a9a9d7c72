package nl.mjpmonitor.ops.sources.generation;

/**
 * A figure that the municipality published and the demo reproduces.
 *
 * @param fact what the demo counts for it, such as {@code lwo}
 * @param indicator its name in the source, in Dutch
 * @param period the months it covers
 * @param value the figure
 * @param document where it was published
 * @param reference where in the document, with the words
 */
public record PublishedFigure(
        String fact, String indicator, MonthRange period, int value, String document, String reference) {}
