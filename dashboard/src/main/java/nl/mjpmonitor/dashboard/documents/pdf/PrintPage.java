package nl.mjpmonitor.dashboard.documents.pdf;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.documents.charts.VectorDrawing;
import nl.mjpmonitor.dashboard.figures.FigureFormat;

/** A document as XHTML for paper, with bookmarks, headings, headers of tables and texts for drawings. */
final class PrintPage {

    /** Of what is kept together: about a third of a page, which is the most that may stay empty for it. */
    private static final int MOST_LINES_TOGETHER = 10;

    private static final int MOST_LINES_BESIDE_DRAWING = 4;

    /** Letters on a line of the headings of the rows, and of all cells with words together. */
    private static final int HEADING_LETTERS = 26;

    private static final int WORDS_LETTERS = 56;
    /** Width of a column of text, in millimetres. */
    private static final double COLUMN = 170;

    /** What stands on one line in a table that has the room: every word of judgement does. */
    private static final int SHORT_LETTERS = 22;

    /** Beside short headings these would stand far apart over a whole page. */
    private static final int FEW_FIGURES = 3;

    private static final int FEW_COLUMNS = 6;
    private static final int MANY_COLUMNS = 7;
    private static final int MOST_COLUMNS = 10;

    private final Document document;
    private final DocumentWords words;
    private final PrintableText printable;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    PrintPage(Document document, DocumentWords words, PrintableText printable) throws XMLStreamException {
        this.document = document;
        this.words = words;
        this.printable = printable;
        this.out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /** The page, with {@code style} as its style sheet. */
    String write(String style) throws XMLStreamException {
        String language = document.locale().toLanguageTag();
        out.writeStartElement("html");
        out.writeAttribute("lang", language);
        out.writeAttribute("xml:lang", language);
        head(style);
        out.writeStartElement("body");
        cover();
        for (Section section : document.sections()) {
            section(section);
        }
        out.writeEndElement();
        out.writeEndElement();
        out.flush();
        return text.toString();
    }

    private void head(String style) throws XMLStreamException {
        out.writeStartElement("head");
        element("title", "", document.title() + ", " + document.subtitle());
        meta("author", document.origin().organisation());
        meta("subject", document.subtitle());
        meta(
                "description",
                document.title() + ", " + document.subtitle() + ", "
                        + document.origin().edition());
        meta("keywords", String.join(", ", document.origin().sources()));
        out.writeStartElement("bookmarks");
        for (Section section : document.sections()) {
            out.writeEmptyElement("bookmark");
            out.writeAttribute("name", printable.of(section.title()));
            out.writeAttribute("href", "#" + section.id());
        }
        out.writeEndElement();
        out.writeStartElement("style");
        out.writeCharacters(style);
        out.writeEndElement();
        out.writeEndElement();
    }

    private void cover() throws XMLStreamException {
        FigureFormat format = new FigureFormat(document.locale());
        element("div", "running-left", runningLeft());
        element("div", "running-right", document.title() + ", " + document.subtitle());
        if (document.origin().isDemonstration()) {
            element("p", "demonstration", words.demonstration());
        }
        element("h1", "", document.title());
        element("p", "subtitle", document.subtitle());
        out.writeStartElement("dl");
        term(words.organisation(), document.origin().organisation());
        term(words.edition(), document.origin().edition());
        term(words.peildatum(), format.moment(document.origin().peildatum()));
        if (!document.origin().sources().isEmpty()) {
            term(words.sources(), document.origin().sources());
        }
        term(words.confidentiality(), words.of(document.origin().confidentiality()));
        out.writeEndElement();
    }

    private String runningLeft() {
        String said = words.peildatum() + " "
                + new FigureFormat(document.locale()).moment(document.origin().peildatum())
                + " \u00b7 " + document.origin().edition() + " \u00b7 "
                + words.of(document.origin().confidentiality());
        return document.origin().isDemonstration() ? words.demonstration() + " \u00b7 " + said : said;
    }

    private void term(String name, String meaning) throws XMLStreamException {
        term(name, List.of(meaning));
    }

    private void term(String name, List<String> meanings) throws XMLStreamException {
        element("dt", "", name);
        for (String meaning : meanings) {
            element("dd", "", meaning);
        }
    }

    private void section(Section section) throws XMLStreamException {
        start("h2", startsWithMap(section) ? "before-map" : startsWithRows(section) ? "before-rows" : "");
        out.writeAttribute("id", section.id());
        characters(section.title());
        out.writeEndElement();
        for (Block block : section.blocks()) {
            switch (block) {
                case Paragraph paragraph -> {
                    for (String one : paragraph.paragraphs()) {
                        element("p", PrintableText.isRightToLeft(one) ? "right-to-left" : "", one);
                    }
                }
                case Table table -> table(table);
                case Drawing drawing -> drawing(drawing, section.title());
                case Failure failure -> element("p", "failure", failure.message());
            }
        }
    }

    /**
     * Whether a section begins with a table that may run over pages. What is moved to another page as one loses the check that keeps its
     * rows whole, so a heading is not tied to such a table but given room for its first rows.
     */
    private static boolean startsWithRows(Section section) {
        return section.blocks().stream()
                .findFirst()
                .filter(block -> block instanceof Table table && !isShort(table))
                .isPresent();
    }

    /** Whether a section begins with a map, with or without words above it. A map takes most of a page, and its heading goes with it. */
    private static boolean startsWithMap(Section section) {
        return section.blocks().stream()
                .dropWhile(Paragraph.class::isInstance)
                .findFirst()
                .filter(AreaMap.class::isInstance)
                .isPresent();
    }

    /** A drawing and a few figures stay together; more figures may begin on the next page rather than leave half of one empty. */
    private void drawing(Drawing drawing, String sectionTitle) throws XMLStreamException {
        Table figures = LongSeries.of(drawing.table(), words.noPeriod());
        boolean isTogether = length(figures) <= MOST_LINES_BESIDE_DRAWING;
        start("div", "keep");
        if (!drawing.title().equals(sectionTitle)) {
            element("h3", "", drawing.title());
        }
        new VectorDrawing(drawing, document.locale()).writeOnPaper(out, COLUMN);
        if (isTogether) {
            rows(figures);
        }
        out.writeEndElement();
        if (!isTogether) {
            part(figures);
        }
    }

    /** What has more columns than a page has room for becomes tables below each other, each with the headings of the rows. */
    private void table(Table whole) throws XMLStreamException {
        Table table = LongSeries.of(whole, words.noPeriod());
        int columns = table.columns().size();
        int parts = (columns + MOST_COLUMNS - 1) / MOST_COLUMNS;
        if (parts <= 1) {
            part(table);
            return;
        }
        for (int part = 1; part <= parts; part++) {
            int from = (part - 1) * MOST_COLUMNS;
            int until = Math.min(columns, from + MOST_COLUMNS);
            part(new Table(
                    table.id() + "-" + part,
                    words.part(table.caption(), part, parts),
                    table.heading(),
                    table.columns().subList(from, until),
                    table.rows().stream()
                            .map(row -> new Row(row.heading(), row.cells().subList(from, until)))
                            .toList(),
                    part == parts ? table.notes() : List.of()));
        }
    }

    private void part(Table table) throws XMLStreamException {
        start("div", isShort(table) ? "keep" : "rows");
        rows(table);
        out.writeEndElement();
    }

    private static boolean isShort(Table table) {
        return length(table) <= MOST_LINES_TOGETHER;
    }

    /** About how many lines its rows take. */
    private static int length(Table table) {
        return table.rows().stream()
                .mapToInt(row -> lines(row, table.columns()))
                .sum();
    }

    /** About how many lines a row takes: words are broken, figures are not. */
    private static int lines(Row row, List<Column> columns) {
        long worded = columns.stream().filter(column -> !column.isNumeric()).count();
        int lines = lines(row.heading(), HEADING_LETTERS);
        for (int place = 0; place < columns.size(); place++) {
            if (!columns.get(place).isNumeric()) {
                lines = Math.max(lines, lines(row.cells().get(place).text(), WORDS_LETTERS / (int) worded));
            }
        }
        return lines;
    }

    private static int lines(String said, int letters) {
        return 1 + said.length() / Math.max(1, letters);
    }

    private void rows(Table table) throws XMLStreamException {
        List<Integer> widths = ColumnWidths.of(table);
        start("table", shape(table, !widths.isEmpty()));
        element("caption", "", table.caption());
        out.writeStartElement("thead");
        out.writeStartElement("tr");
        headerCell(table.heading(), "col", "name", width(widths, 0));
        for (int place = 0; place < table.columns().size(); place++) {
            Column column = table.columns().get(place);
            headerCell(column.title(), "col", column.isNumeric() ? "figure" : "words", width(widths, place + 1));
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeStartElement("tbody");
        boolean hasRoom = table.columns().size() <= FEW_COLUMNS
                || table.columns().stream()
                                .filter(column -> !column.isNumeric())
                                .count()
                        <= 1
                || ColumnWidths.hasRoomUnbroken(table, SHORT_LETTERS);
        for (Row row : table.rows()) {
            row(row, table.columns(), hasRoom);
        }
        out.writeEndElement();
        out.writeEndElement();
        if (!table.notes().isEmpty()) {
            start("ul", "notes");
            for (String note : table.notes()) {
                element("li", "", note);
            }
            out.writeEndElement();
        }
    }

    /** A few narrow columns stand near their headings; many get smaller letters. */
    private static String shape(Table table, boolean isWorded) {
        int columns = table.columns().size();
        boolean hasFiguresOnly = table.columns().stream().allMatch(Column::isNumeric);
        int mostNarrow =
                table.rows().stream().allMatch(row -> row.heading().length() <= SHORT_LETTERS) ? FEW_FIGURES : 1;
        boolean isNarrow = hasFiguresOnly && columns <= mostNarrow;
        return isNarrow ? "narrow" : columns >= MANY_COLUMNS ? "wide" : isWorded ? "worded" : "";
    }

    private void row(Row row, List<Column> columns, boolean hasRoom) throws XMLStreamException {
        out.writeStartElement("tr");
        headerCell(row.heading(), "row", "name", "");
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            boolean isShort = hasRoom && cell.full().length() <= SHORT_LETTERS;
            start(
                    "td",
                    columns.get(i).isNumeric()
                            ? cell.number().isPresent() ? "figure" : "figure none"
                            : isShort ? "words short" : "words");
            characters(columns.get(i).isNumeric() ? inOnePiece(cell) : cell.full());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /** A mark stays on the line of its figure: as one piece of text, because a line may be broken between pieces. */
    private static String inOnePiece(Cell cell) {
        return cell.mark().isEmpty() ? cell.text() : cell.full().replace(' ', '\u00a0');
    }

    /** The style of a column; none when it takes the room that it needs. */
    private static String width(List<Integer> widths, int place) {
        return widths.isEmpty() ? "" : "width: " + widths.get(place) + "%";
    }

    private void headerCell(String said, String scope, String className, String style) throws XMLStreamException {
        out.writeStartElement("th");
        out.writeAttribute("scope", scope);
        out.writeAttribute("class", className);
        if (!style.isEmpty()) {
            out.writeAttribute("style", style);
        }
        characters(said);
        out.writeEndElement();
    }

    private void meta(String name, String content) throws XMLStreamException {
        out.writeEmptyElement("meta");
        out.writeAttribute("name", name);
        out.writeAttribute("content", printable.of(content));
    }

    private void element(String name, String className, String said) throws XMLStreamException {
        start(name, className);
        characters(said);
        out.writeEndElement();
    }

    private void start(String name, String className) throws XMLStreamException {
        out.writeStartElement(name);
        if (!className.isEmpty()) {
            out.writeAttribute("class", className);
        }
    }

    private void characters(String said) throws XMLStreamException {
        out.writeCharacters(printable.of(said));
    }
}
