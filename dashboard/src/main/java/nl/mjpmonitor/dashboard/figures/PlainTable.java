package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Arrays;
import java.util.List;

/** A table of words with a caption, as a screen reader expects it. On a narrow screen it scrolls in its own box. */
public final class PlainTable extends Div {

    private final NativeTable table = new NativeTable();
    private final NativeTableRow header = new NativeTableRow();
    private List<Integer> figures = List.of();

    /** @param testId names the table for tests */
    public PlainTable(String caption, String testId, List<String> columns) {
        addClassName("table-box");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        table.addClassName("plain");
        table.setCaptionText(caption);
        table.getElement().setAttribute("data-testid", testId);
        columns.forEach(column -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            header.add(cell);
        });
        table.getHead().add(header);
        add(table);
    }

    /** The same table, of which these columns, counted from 0, hold figures, which stand right. Before its rows are added. */
    public PlainTable figures(Integer... columns) {
        figures = List.of(columns);
        alignFigures(header);
        return this;
    }

    /** Takes all rows away; the table stays, and with it who reads or filters it. */
    public void clear() {
        table.getBody().removeAll();
    }

    /** Adds a row; the first cell is its heading. */
    public void row(String heading, String... cells) {
        row(heading, Arrays.stream(cells).map(Text::new).toArray(Component[]::new));
    }

    /** The same with anything in the cells. */
    public void row(String heading, Component... cells) {
        row(new Text(heading), cells);
    }

    /** The same with anything, such as a link, as the heading. */
    public void row(Component heading, Component... cells) {
        NativeTableHeaderCell first = new NativeTableHeaderCell();
        first.add(heading);
        first.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(first);
        Arrays.stream(cells).forEach(cell -> row.addDataCell().add(cell));
        alignFigures(row);
        table.getBody().add(row);
    }

    private void alignFigures(NativeTableRow row) {
        figures.forEach(
                column -> row.getComponentAt(column).getElement().getClassList().add("figure"));
    }
}
