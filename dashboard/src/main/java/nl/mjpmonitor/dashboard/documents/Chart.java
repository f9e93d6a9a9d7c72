package nl.mjpmonitor.dashboard.documents;

import java.util.List;

/**
 * A chart and, always, its figures as a table.
 *
 * @param id short name in lower case, letters, digits and hyphens
 * @param title what it says
 * @param description what the data say, for who does not see it
 * @param kind how it is drawn
 * @param labels what stands along the axis
 * @param lines at least one, each with a value for every label
 * @param table the same figures
 */
public record Chart(
        String id,
        String title,
        String description,
        ChartKind kind,
        List<String> labels,
        List<ChartLine> lines,
        Table table)
        implements Drawing {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException when there is no line, more than one in a funnel, or one with another number of values
     *     than there are labels; or when the description is blank
     */
    public Chart {
        Ids.require(id);
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
        if (lines.isEmpty() || (kind == ChartKind.FUNNEL && lines.size() > 1)) {
            throw new IllegalArgumentException("Chart " + id + " has " + lines.size() + " lines");
        }
        for (ChartLine line : lines) {
            if (line.values().size() != labels.size()) {
                throw new IllegalArgumentException("'" + line.name() + "' of chart " + id + " has "
                        + line.values().size() + " values for " + labels.size() + " labels");
            }
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("Chart " + id + " says nothing to who does not see it");
        }
    }

    @Override
    public Chart withTable(Table other) {
        return new Chart(id, title, description, kind, labels, lines, other);
    }
}
