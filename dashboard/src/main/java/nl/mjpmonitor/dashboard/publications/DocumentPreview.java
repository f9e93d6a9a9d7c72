package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.documents.charts.VectorDrawing;

/** A document on a sheet on the screen, with the same words, tables and drawings as on paper. */
final class DocumentPreview extends Div {

    private final transient Locale locale;

    DocumentPreview(Document document) {
        this.locale = document.locale();
        addClassName("sheet");
        getElement().setAttribute("lang", locale.toLanguageTag()).setAttribute("data-testid", "voorbeeld");
        H2 title = new H2(document.title());
        title.addClassName("sheet-title");
        Paragraph subtitle = new Paragraph(document.subtitle());
        subtitle.addClassName("sheet-subtitle");
        add(title, subtitle);
        document.sections().forEach(this::add);
    }

    private void add(Section section) {
        add(new H3(section.title()));
        section.blocks().forEach(this::add);
    }

    private void add(Block block) {
        switch (block) {
            case nl.mjpmonitor.dashboard.documents.Paragraph paragraph ->
                paragraph.paragraphs().forEach(text -> add(new Paragraph(text)));
            case Table table -> add(table);
            case Drawing drawing -> {
                add(new H4(drawing.title()), drawn(drawing));
                add(drawing.table());
            }
            case Failure(String message) -> {
                Paragraph failure = new Paragraph(message);
                failure.addClassName("sheet-failure");
                add(failure);
            }
        }
    }

    private Svg drawn(Drawing drawing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new VectorDrawing(drawing, locale).writeFile(out);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A drawing in memory cannot be written", impossible);
        }
        String file = out.toString(StandardCharsets.UTF_8);
        Svg svg = new Svg();
        svg.setSvg(file.substring(file.indexOf("<svg")));
        svg.addClassName("sheet-drawing");
        return svg;
    }

    private void add(Table table) {
        NativeTable drawn = new NativeTable();
        drawn.setCaptionText(table.caption());
        NativeTableRow header = new NativeTableRow();
        header.add(headerCell(table.heading(), "col", ""));
        for (Column column : table.columns()) {
            header.add(headerCell(column.title(), "col", column.isNumeric() ? "figure" : ""));
        }
        drawn.getHead().add(header);
        table.rows().forEach(row -> drawn.getBody().add(row(row, table.columns())));
        Div box = new Div(drawn);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", table.caption());
        add(box);
        if (!table.notes().isEmpty()) {
            UnorderedList notes = new UnorderedList();
            notes.addClassName("sheet-notes");
            table.notes().forEach(note -> notes.add(new ListItem(note)));
            add(notes);
        }
    }

    private static NativeTableRow row(Row row, List<Column> columns) {
        NativeTableRow drawn = new NativeTableRow(headerCell(row.heading(), "row", ""));
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            NativeTableCell drawnCell = new NativeTableCell();
            drawnCell.add(new Span(cell.full()));
            if (columns.get(i).isNumeric()) {
                drawnCell.addClassName("figure");
            }
            drawn.add(drawnCell);
        }
        return drawn;
    }

    private static NativeTableHeaderCell headerCell(String text, String scope, String className) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        if (!className.isEmpty()) {
            cell.addClassName(className);
        }
        return cell;
    }
}
