package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;

/**
 * Lays a document out over sheets: one a section, and last one that says where it comes from. A section with one table keeps the headings of
 * its columns in sight, another one its title. Nothing of the document is left out; of a drawing the description and the figures stand there.
 */
final class SheetLayout {

    /** More rows that stay in sight would leave no room for the rest. */
    private static final int MOST_FROZEN = 8;

    private static final int LINE = 100;

    private final Document document;
    private final DocumentWords words;
    private final SheetWriter out;
    private final SheetNames names;
    private int row;

    SheetLayout(Document document, DocumentWords words, SheetWriter out) {
        this.document = document;
        this.words = words;
        this.out = out;
        this.names = new SheetNames(words.originSheet());
    }

    /** @throws IOException when it cannot be written, or a section is longer than a sheet */
    void write() throws IOException {
        for (Section section : document.sections()) {
            write(section);
        }
        writeOrigin();
    }

    private void write(Section section) throws IOException {
        List<TablePlaces> tables = section.tables().map(TablePlaces::of).toList();
        int rows = lengthOf(section);
        if (rows > SheetWriter.MOST_ROWS) {
            throw new IOException(
                    "Section " + section.id() + " has " + rows + " rows and a sheet holds " + SheetWriter.MOST_ROWS);
        }
        out.start(names.of(section.title()), frozen(section), widths(tables));
        row = 0;
        writeTop(section.title());
        int table = 0;
        for (Block block : section.blocks()) {
            switch (block) {
                case Paragraph paragraph -> writeLines(lines(paragraph), Look.PLAIN);
                case Failure failure -> writeLines(SheetText.pieces(failure.message()), Look.CAPTION);
                case Table ignored -> write(tables.get(table++));
                case Drawing drawing -> {
                    line(drawing.title(), Look.CAPTION);
                    line(drawing.description(), Look.NOTE);
                    write(tables.get(table++));
                }
            }
            row++;
        }
        out.end();
    }

    private void writeTop(String title) throws IOException {
        line(title, Look.TITLE);
        if (document.origin().isDemonstration()) {
            line(words.demonstration(), Look.NOTE);
        }
        row++;
    }

    private int topLength() {
        return document.origin().isDemonstration() ? 3 : 2;
    }

    private int lengthOf(Section section) {
        return topLength() + section.blocks().stream().mapToInt(this::lengthOf).sum();
    }

    private int lengthOf(Block block) {
        return 1
                + switch (block) {
                    case Paragraph paragraph -> lines(paragraph).size();
                    case Failure failure -> SheetText.pieces(failure.message()).size();
                    case Table table -> lengthOf(table);
                    case Drawing drawing -> 2 + lengthOf(drawing.table());
                };
    }

    private static int lengthOf(Table table) {
        return 2 + table.rows().size() + table.notes().size();
    }

    private int frozen(Section section) {
        if (section.tables().count() != 1) {
            return 1;
        }
        int above = topLength();
        for (Block block : section.blocks()) {
            if (block instanceof Table) {
                above += 2;
                break;
            }
            if (block instanceof Drawing) {
                above += 4;
                break;
            }
            above += lengthOf(block);
        }
        return above <= MOST_FROZEN ? above : 1;
    }

    private static List<String> lines(Paragraph paragraph) {
        return paragraph.paragraphs().stream()
                .flatMap(text -> SheetText.pieces(text).stream())
                .toList();
    }

    private void write(TablePlaces places) throws IOException {
        Table table = places.table();
        line(table.caption(), Look.CAPTION);
        out.text(row, 0, SheetText.of(table.heading()), Look.HEADING);
        int place = 1;
        for (int column = 0; column < table.columns().size(); column++) {
            Column heading = table.columns().get(column);
            out.text(
                    row,
                    place++,
                    SheetText.of(heading.title()),
                    heading.isNumeric() ? Look.NUMBER_HEADING : Look.HEADING);
            if (places.hasMarks().get(column)) {
                out.text(row, place++, words.marks(), Look.HEADING);
            }
        }
        row++;
        for (Row one : table.rows()) {
            write(one, places);
        }
        for (String note : table.notes()) {
            line(note, Look.NOTE);
        }
    }

    private void write(Row one, TablePlaces places) throws IOException {
        out.text(row, 0, SheetText.of(one.heading()), Look.PLAIN);
        int place = 1;
        for (int column = 0; column < one.cells().size(); column++) {
            Cell cell = one.cells().get(column);
            if (cell.number().isPresent()) {
                out.number(row, place++, cell.number().get(), cell.kind());
            } else {
                boolean isNumeric = places.table().columns().get(column).isNumeric();
                out.text(row, place++, SheetText.of(cell.text()), isNumeric ? Look.NO_NUMBER : Look.WRAPPED);
            }
            if (places.hasMarks().get(column)) {
                if (!cell.mark().isEmpty()) {
                    out.text(row, place, SheetText.of(cell.mark()), Look.NOTE);
                }
                place++;
            }
        }
        row++;
    }

    private void writeLines(List<String> lines, Look look) throws IOException {
        for (String line : lines) {
            line(line, look);
        }
    }

    private void line(String text, Look look) throws IOException {
        out.text(row, 0, SheetText.of(text), look);
        row++;
    }

    /** As wide as the widest table asks. */
    private static List<Integer> widths(List<TablePlaces> tables) {
        List<Integer> widest = new ArrayList<>();
        for (TablePlaces places : tables) {
            List<Integer> widths = places.widths();
            for (int column = 0; column < widths.size(); column++) {
                if (column < widest.size()) {
                    widest.set(column, Math.max(widest.get(column), widths.get(column)));
                } else {
                    widest.add(widths.get(column));
                }
            }
        }
        return widest.isEmpty() ? List.of(LINE) : List.copyOf(widest);
    }

    private void writeOrigin() throws IOException {
        DocumentOrigin origin = document.origin();
        out.start(names.of(words.originSheet()), 1, List.of(24, LINE));
        row = 0;
        writeTop(document.title());
        if (!document.subtitle().isBlank()) {
            line(document.subtitle(), Look.PLAIN);
            row++;
        }
        pair(words.organisation(), origin.organisation());
        pair(words.peildatum(), words.of(origin.peildatum()));
        pair(words.madeAt(), words.of(origin.madeAt()));
        pair(words.edition(), origin.edition());
        pair(words.confidentiality(), words.of(origin.confidentiality()));
        pair(words.codeVersion(), origin.codeVersion());
        String heading = words.sources();
        for (String source : origin.sources()) {
            pair(heading, source);
            heading = "";
        }
        out.end();
    }

    private void pair(String name, String value) throws IOException {
        if (!name.isEmpty()) {
            out.text(row, 0, SheetText.of(name), Look.HEADING);
        }
        out.text(row, 1, SheetText.of(value), Look.PLAIN);
        row++;
    }
}
