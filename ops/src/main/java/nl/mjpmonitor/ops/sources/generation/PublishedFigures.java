package nl.mjpmonitor.ops.sources.generation;

import java.util.List;
import nl.mjpmonitor.ops.sources.SourceResource;

/**
 * The published figures of a source system, from its resource {@code published.csv}.
 *
 * @param figures each once, in the order of the resource
 */
public record PublishedFigures(List<PublishedFigure> figures) {
    private static final String RESOURCE = "published.csv";

    /** Copies the list. */
    public PublishedFigures {
        figures = List.copyOf(figures);
    }

    /** The figures beside a class. */
    public static PublishedFigures load(Class<?> owner) {
        return new PublishedFigures(SourceResource.lines(owner, RESOURCE, ';').stream()
                .map(PublishedFigures::parse)
                .toList());
    }

    private static PublishedFigure parse(List<String> line) {
        return new PublishedFigure(
                line.get(0),
                line.get(1),
                MonthRange.of(line.get(2), line.get(3)),
                Integer.parseInt(line.get(4)),
                line.get(5),
                line.get(6));
    }

    /**
     * The value of a fact over a period.
     *
     * @throws IllegalArgumentException if nothing was published about it
     */
    public int value(String fact, MonthRange period) {
        return figures.stream()
                .filter(figure -> figure.fact().equals(fact) && figure.period().equals(period))
                .findFirst()
                .map(PublishedFigure::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing was published about " + fact + " over " + period.from() + " to " + period.to()));
    }
}
