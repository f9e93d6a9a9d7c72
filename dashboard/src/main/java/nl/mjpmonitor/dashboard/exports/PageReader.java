package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.figures.FigureChart;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.FunnelBars;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.dashboard.figures.KeptFigure;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.TileMap;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.dashboard.ranking.DrawnMap;
import nl.mjpmonitor.dashboard.reports.ReportCells;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/**
 * Reads the components of a page into the sections of a document: a heading of the second level starts a section, a table is a table
 * with the numbers that its cells keep, a list of figures is a table too, a chart is a chart with its figures, and running text is a
 * paragraph. The map of the buurten is drawn as tiles, whichever map is shown. What is hidden and what is only there to act with are
 * passed over. It must have the page to itself: it is used by one thread, while the session is locked.
 */
final class PageReader {

    private static final int LONGEST_ID = 40;
    private static final String BETWEEN = " \u00b7 ";
    private static final String MARK_KEY = "mark-key";

    /** Parts of pages that are there to choose or to write, or that repeat what stands elsewhere in the document. */
    private static final Set<String> NOT_TAKEN = Set.of(
            "agenda-editor",
            "boundary-map",
            "chapter-toggle",
            "controls",
            "definitions",
            "duiding-buttons",
            "duiding-history",
            "filter",
            "map-kinds",
            "signal-buttons",
            "signal-editor",
            "states",
            "view-controls",
            "view-filters");

    private final FigureWords words;
    private final Set<String> ids = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();
    private String sectionId;
    private String sectionTitle;
    private String heading = "";
    private boolean isHeadingDue;

    private PageReader(FigureWords words) {
        this.words = words;
        this.sectionTitle = words.text("export.page");
        this.sectionId = id(sectionTitle);
    }

    /** The sections with anything in them, in the order of reading. */
    static List<Section> read(Component page, FigureWords words) {
        PageReader reader = new PageReader(words);
        reader.read(page);
        reader.close();
        return List.copyOf(reader.sections);
    }

    private void read(Component component) {
        if (!isTaken(component)) {
            return;
        }
        switch (component) {
            case H1 _ -> {
                // the title of the document
            }
            case H2 title -> open(PageText.ofHeading(title));
            case H3 title -> head(PageText.ofHeading(title));
            case H4 title -> head(PageText.ofHeading(title));
            case FigureChart<?> chart -> chart.picture().ifPresent(this::chart);
            case TileMap map -> map.picture().ifPresent(picture -> map(picture, map.places()));
            case NativeTable table -> PageTable.of(table, words).ifPresent(this::table);
            case FunnelBars bars -> funnel(bars);
            case UnorderedList list -> list(list);
            case OrderedList list -> list(list);
            case Paragraph text -> {
                if (text.hasClassName(MARK_KEY)) {
                    note(PageText.of(text));
                } else {
                    say(PageText.of(text));
                }
            }
            case Folded folded -> {
                folded.unfold();
                folded.getContent().forEach(this::read);
            }
            case Details details -> details.getContent().forEach(this::read);
            default -> readAll(component);
        }
    }

    private static boolean isTaken(Component component) {
        return component.isVisible()
                && component.getElement().getClassList().stream().noneMatch(NOT_TAKEN::contains)
                && !"true".equals(component.getElement().getAttribute("aria-hidden"))
                && switch (component) {
                    case HasValue<?, ?> _, Button _, NativeButton _, Nav _, IndicatorDefinition _, ExportMenu _ ->
                        false;
                    default -> true;
                };
    }

    /** Text that stands loose between blocks is said in one breath; a loose link leads somewhere and says nothing. */
    private void readAll(Component container) {
        if (!hasBlocks(container)) {
            if (!isLink(container)) {
                say(PageText.of(container));
            }
            return;
        }
        List<String> loose = new ArrayList<>();
        container.getChildren().filter(PageReader::isTaken).forEach(child -> {
            if (isBlock(child) || hasBlocks(child)) {
                say(String.join(BETWEEN, loose));
                loose.clear();
                read(child);
            } else if (!isLink(child) || container instanceof ListItem) {
                String text = PageText.of(child);
                if (!text.isEmpty()) {
                    loose.add(text);
                }
            }
        });
        say(String.join(BETWEEN, loose));
    }

    private static boolean isBlock(Component component) {
        return switch (component) {
            case H1 _,
                    H2 _,
                    H3 _,
                    H4 _,
                    FigureChart<?> _,
                    TileMap _,
                    NativeTable _,
                    UnorderedList _,
                    OrderedList _,
                    Paragraph _,
                    Details _ -> true;
            default -> false;
        };
    }

    private static boolean hasBlocks(Component component) {
        return component
                .getChildren()
                .filter(PageReader::isTaken)
                .anyMatch(child -> isBlock(child) || hasBlocks(child));
    }

    private static boolean isLink(Component component) {
        return component instanceof Anchor || component instanceof RouterLink;
    }

    private void list(Component list) {
        List<Component> items = list.getChildren().filter(PageReader::isTaken).toList();
        List<Optional<Row>> rows = items.stream().map(this::figureRow).toList();
        if (!rows.isEmpty() && rows.stream().allMatch(Optional::isPresent)) {
            figures(rows.stream().flatMap(Optional::stream).toList());
        } else {
            items.forEach(item -> {
                if (isProse(item)) {
                    say(PageText.ofItem(item));
                } else {
                    readAll(item);
                }
            });
        }
    }

    private static boolean isProse(Component item) {
        return item.getChildren().filter(PageReader::isTaken).noneMatch(PageReader::holdsMoreThanText);
    }

    private static boolean holdsMoreThanText(Component component) {
        return switch (component) {
            case FigureChart<?> _, TileMap _, NativeTable _, Details _, UnorderedList _, OrderedList _ -> true;
            default -> component.getChildren().filter(PageReader::isTaken).anyMatch(PageReader::holdsMoreThanText);
        };
    }

    /** An item that shows exactly one figure, as a row: its name, the figure, and what else it says. */
    private Optional<Row> figureRow(Component item) {
        List<Component> figures = PageText.withFigures(item).toList();
        if (figures.size() != 1 || !isProse(item)) {
            return Optional.empty();
        }
        List<String> texts = PageText.partsBeside(item, figures.getFirst());
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String rest = String.join(BETWEEN, texts.subList(1, texts.size()));
        return KeptFigure.of(figures.getFirst())
                .map(figure -> new Row(
                        texts.getFirst(), List.of(PageTable.cell(figure, words), PageTable.words(rest, words))));
    }

    private void figures(List<Row> rows) {
        boolean isExplained = rows.stream().anyMatch(row -> !row.cells().get(1).equals(PageTable.words("", words)));
        Stream<Column> columns =
                Stream.of(new Column(words.text("export.value"), true), new Column(words.text("export.remark"), false));
        table(new PageTable.Read(
                titleOfPart(),
                words.text("export.figure"),
                columns.limit(isExplained ? 2 : 1).toList(),
                isExplained
                        ? rows
                        : rows.stream()
                                .map(row -> new Row(row.heading(), row.cells().subList(0, 1)))
                                .toList(),
                List.of()));
    }

    private void funnel(FunnelBars bars) {
        List<Row> rows = bars.getChildren()
                .map(this::figureRow)
                .flatMap(Optional::stream)
                .map(row -> new Row(row.heading(), row.cells().subList(0, 1)))
                .toList();
        if (rows.stream().noneMatch(row -> row.cells().getFirst().number().isPresent())) {
            figures(rows.stream()
                    .map(row -> new Row(row.heading(), List.of(row.cells().getFirst(), PageTable.words("", words))))
                    .toList());
            return;
        }
        String title = titleOfPart();
        Table table = new Table(
                id(sectionId + "-" + words.text("export.id.table")),
                title,
                words.text("export.figure"),
                List.of(new Column(words.text("export.value"), true)),
                rows,
                notes(rows));
        add(new Chart(
                id(sectionId + "-" + words.text("export.id.chart")),
                title,
                rows.stream()
                        .map(row ->
                                row.heading() + ": " + row.cells().getFirst().text() + ".")
                        .reduce(title + ".", (all, next) -> all + " " + next),
                ChartKind.FUNNEL,
                rows.stream().map(Row::heading).toList(),
                List.of(new ChartLine(
                        words.text("export.value"),
                        rows.stream()
                                .map(row -> row.cells().getFirst().number())
                                .toList(),
                        rows.stream().map(_ -> false).toList())),
                table));
    }

    private void chart(FigureChart.Picture picture) {
        List<IndicatorPoint> periods = picture.courses().getFirst().points();
        if (periods.isEmpty()) {
            return;
        }
        String title = titleOfPart();
        isHeadingDue = false;
        List<Row> rows = IntStream.range(0, periods.size())
                .mapToObj(index -> new Row(
                        periods.get(index).period().label(words.locale()),
                        picture.courses().stream()
                                .map(course -> PageTable.cell(
                                        words.marked(course.points().get(index)), words))
                                .toList()))
                .toList();
        Table table = new Table(
                id(sectionId + "-" + words.text("export.id.table")),
                title,
                words.text("table.period"),
                picture.courses().stream()
                        .map(course -> new Column(course.name(), true))
                        .toList(),
                rows,
                notes(rows));
        boolean isDrawn = rows.stream()
                .anyMatch(row ->
                        row.cells().stream().anyMatch(cell -> cell.number().isPresent()));
        add(
                isDrawn
                        ? new Chart(
                                id(sectionId + "-" + words.text("export.id.chart")),
                                title,
                                picture.description().isBlank() ? title : picture.description(),
                                picture.isOfBars() ? ChartKind.BARS : ChartKind.LINES,
                                periods.stream()
                                        .map(point -> point.period().label())
                                        .toList(),
                                picture.courses().stream().map(this::line).toList(),
                                table)
                        : table);
    }

    private void map(TileMap.Picture picture, TilePlaces places) {
        isHeadingDue = false;
        add(new DrawnMap(words, places)
                .of(
                        id(sectionId + "-" + words.text("export.id.map")),
                        id(sectionId + "-" + words.text("export.id.table")),
                        titleOfPart(),
                        picture));
    }

    private ChartLine line(FigureChart.Course course) {
        return new ChartLine(
                course.name(),
                course.points().stream()
                        .map(point -> ReportCells.amount(point.value()))
                        .toList(),
                course.points().stream()
                        .map(point -> PointMark.of(point).contains(PointMark.PROVISIONAL))
                        .toList());
    }

    private void table(PageTable.Read read) {
        sayHeading();
        List<String> notes = new ArrayList<>(read.notes());
        notes.addAll(notes(read.rows()));
        add(new Table(
                id(sectionId + "-" + words.text("export.id.table")),
                read.caption().isEmpty() ? titleOfPart() : read.caption(),
                read.heading(),
                read.columns(),
                read.rows(),
                notes));
    }

    /** What the words for figures that are not there mean. */
    private List<String> notes(List<Row> rows) {
        List<String> notes = new ArrayList<>();
        for (String kind : List.of("unknown", "suppressed")) {
            String word = words.text("figure." + kind);
            boolean isUsed = rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .anyMatch(cell -> cell.number().isEmpty() && cell.text().equals(word));
            if (isUsed) {
                notes.add(words.text("report.note." + kind, word));
            }
        }
        return notes;
    }

    /** The key of the marks belongs to the table before it. */
    private void note(String text) {
        if (text.isEmpty()) {
            return;
        }
        for (int place = blocks.size() - 1; place >= 0; place--) {
            if (blocks.get(place) instanceof Table table) {
                blocks.set(place, noted(table, text));
                return;
            }
            if (blocks.get(place) instanceof Drawing drawing) {
                blocks.set(place, drawing.withTable(noted(drawing.table(), text)));
                return;
            }
        }
        say(text);
    }

    private static Table noted(Table table, String note) {
        return new Table(
                table.id(),
                table.caption(),
                table.heading(),
                table.columns(),
                table.rows(),
                Stream.concat(table.notes().stream(), Stream.of(note)).toList());
    }

    private void say(String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean isBelowHeading = isHeadingDue && !heading.equals(text);
        isHeadingDue = false;
        add(running(isBelowHeading ? heading + ": " + text : text));
    }

    private void sayHeading() {
        if (isHeadingDue) {
            isHeadingDue = false;
            add(running(heading));
        }
    }

    /** Named in full: a paragraph of a page is something else. */
    private static Block running(String text) {
        return new nl.mjpmonitor.dashboard.documents.Paragraph(text);
    }

    private String titleOfPart() {
        return heading.isEmpty() ? sectionTitle : heading;
    }

    private void head(String text) {
        heading = text;
        isHeadingDue = !text.isEmpty();
    }

    private void open(String title) {
        close();
        sectionTitle = title.isEmpty() ? words.text("export.page") : title;
        sectionId = id(sectionTitle);
    }

    private void close() {
        if (!blocks.isEmpty()) {
            sections.add(new Section(sectionId, sectionTitle, blocks));
        }
        blocks = new ArrayList<>();
        heading = "";
        isHeadingDue = false;
    }

    /** A chart brings its figures along: a table of the same section that says nothing beyond its charts is left out, before or after them. */
    private void add(Block block) {
        blocks.add(block);
        List<Chart> charts = blocks.stream()
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .toList();
        blocks.removeIf(other -> other instanceof Table table && saysNoMore(table, charts));
    }

    private static boolean saysNoMore(Table table, List<Chart> charts) {
        return !charts.isEmpty()
                && charts.stream()
                        .flatMap(chart -> chart.table().notes().stream())
                        .toList()
                        .containsAll(table.notes())
                && table.rows().stream()
                        .allMatch(row -> charts.stream()
                                .anyMatch(chart -> isRowOf(row, chart) || isColumnOf(row, table.columns(), chart)));
    }

    /** Whether the figures of a chart have the same row. */
    private static boolean isRowOf(Row row, Chart chart) {
        return chart.table().rows().stream()
                .anyMatch(same ->
                        same.heading().equals(row.heading()) && same.cells().containsAll(row.cells()));
    }

    /** Whether the figures of a chart say the same below each other, by period, as the row says beside each other. */
    private static boolean isColumnOf(Row row, List<Column> periods, Chart chart) {
        Table figures = chart.table();
        return IntStream.range(0, figures.columns().size())
                .filter(place -> row.heading().startsWith(chart.title())
                        || row.heading().equals(figures.columns().get(place).title()))
                .anyMatch(place -> IntStream.range(0, periods.size())
                        .allMatch(period -> figures.rows().stream()
                                .anyMatch(one ->
                                        one.heading().equals(periods.get(period).title())
                                                && one.cells()
                                                        .get(place)
                                                        .equals(row.cells().get(period)))));
    }

    /** A short name that nothing else in the document has. */
    private String id(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String start = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("-+$", "");
        String base = start.isEmpty() ? words.text("export.id.part") : start;
        String id = base;
        for (int number = 2; !ids.add(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }
}
