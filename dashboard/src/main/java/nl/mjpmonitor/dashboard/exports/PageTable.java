package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.KeptFigure;

/** Reads a table of a page: its caption, headings and cells, with the numbers that cells keep. */
final class PageTable {

    private static final String FIGURE = "figure";

    /**
     * A table of a page.
     *
     * @param caption empty when it has none
     * @param heading heading of the column with the headings of the rows
     * @param notes what stood in rows of its own over the whole width
     */
    record Read(String caption, String heading, List<Column> columns, List<Row> rows, List<String> notes) {

        Read {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    private PageTable() {}

    /** The table; empty when it has no rows. */
    static Optional<Read> of(NativeTable table, FigureWords words) {
        List<Element> headings =
                rows(table, "thead").flatMap(Element::getChildren).toList();
        List<List<Element>> lines = Stream.concat(rows(table, "tbody"), rows(table, "tfoot"))
                .map(row -> row.getChildren().toList())
                .filter(line -> !line.isEmpty())
                .toList();
        int width = Math.max(
                headings.size(), lines.stream().mapToInt(List::size).max().orElse(0));
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (List<Element> line : lines) {
            String first = PageText.of(line.getFirst());
            if (line.size() == 1 && width > 1) {
                notes.add(rows.isEmpty() ? first : rows.getLast().heading() + ": " + first);
            } else {
                rows.add(new Row(
                        first.isEmpty() ? words.text("figure.not-applicable") : first,
                        IntStream.range(1, width)
                                .mapToObj(
                                        place -> place < line.size() ? cell(line.get(place), words) : words("", words))
                                .toList()));
            }
        }
        if (rows.isEmpty() || width < 2) {
            return Optional.empty();
        }
        List<Column> columns = IntStream.range(1, width)
                .mapToObj(place -> column(headings, place, words))
                .toList();
        return Optional.of(new Read(
                children(table.getElement(), "caption")
                        .map(PageText::of)
                        .findFirst()
                        .orElse(""),
                headings.isEmpty() ? words.text("export.figure") : PageText.of(headings.getFirst()),
                columns,
                rows,
                notes));
    }

    private static Column column(List<Element> headings, int place, FigureWords words) {
        if (place >= headings.size()) {
            return new Column(words.text("export.value"), false);
        }
        String title = PageText.of(headings.get(place));
        return new Column(
                title.isEmpty() ? words.text("export.remark") : title,
                headings.get(place).getClassList().contains(FIGURE));
    }

    private static Stream<Element> rows(NativeTable table, String part) {
        return children(table.getElement(), part).flatMap(all -> children(all, "tr"));
    }

    private static Stream<Element> children(Element element, String tag) {
        return element.getChildren()
                .filter(child -> !child.isTextNode() && child.getTag().equals(tag));
    }

    private static Cell cell(Element place, FigureWords words) {
        List<FigureText> figures = place.getComponent().stream()
                .flatMap(PageText::withFigures)
                .map(KeptFigure::of)
                .flatMap(Optional::stream)
                .toList();
        if (figures.size() != 1) {
            return words(PageText.of(place), words);
        }
        FigureText figure = figures.getFirst();
        String beside = place.getComponent().map(component -> beside(component)).orElse("");
        Cell cell = cell(figure, words);
        return beside.isEmpty() ? cell : new Cell(cell.text() + " " + beside, cell.mark(), cell.number(), cell.kind());
    }

    /** What a cell says beside its figure, such as the figure of a year earlier. */
    private static String beside(Component cell) {
        return KeptFigure.of(cell)
                // a cell that is a figure: its first part is the digits, its second the mark if it has one
                .map(figure -> cell.getElement()
                        .getChildren()
                        .skip(figure.mark().isEmpty() ? 1 : 2)
                        .map(PageText::of)
                        .collect(Collectors.joining(" "))
                        .strip())
                .orElse("");
    }

    /** A figure as a cell. */
    static Cell cell(FigureText figure, FigureWords words) {
        Cell cell = figure.number()
                .map(number -> Cell.number(figure.text(), number, kind(figure)))
                .orElseGet(() -> words(figure.text(), words));
        return cell.withMark(figure.mark());
    }

    private static NumberKind kind(FigureText figure) {
        if (figure.text().endsWith("%")) {
            return NumberKind.PERCENT;
        }
        boolean isWhole = figure.number()
                .map(number -> number.stripTrailingZeros().scale() <= 0)
                .orElse(true);
        return isWhole ? NumberKind.COUNT : NumberKind.DECIMAL;
    }

    /** A cell of words; a cell is never blank. */
    static Cell words(String text, FigureWords words) {
        return Cell.text(text.isBlank() ? words.text("figure.not-applicable") : text);
    }
}
