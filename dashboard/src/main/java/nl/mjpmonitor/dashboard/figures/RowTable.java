package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Set;

/** A table of rows with a heading, for what changes as a whole: comparisons, rankings, revisions. */
public final class RowTable extends NativeTable {

    /**
     * A column.
     *
     * @param title its heading
     * @param isFigure whether it holds figures, which stand right
     */
    public record Column(String title, boolean isFigure) {

        public static Column figure(String title) {
            return new Column(title, true);
        }

        public static Column text(String title) {
            return new Column(title, false);
        }
    }

    /** One place of the table, with what stands in it. */
    public record Cell(NativeTableCell place) {

        /** Words. */
        public static Cell text(String text) {
            return new Cell(new NativeTableCell(text));
        }

        /** A figure, with the letters of its marks. */
        public static Cell figure(FigureText figure, Set<PointMark> marks) {
            FigureCell place = new FigureCell();
            place.show(figure.mark().isEmpty() ? figure.withMark(PointMark.letters(marks)) : figure, false);
            return new Cell(place);
        }

        /** Anything else. */
        public static Cell of(Component content) {
            return new Cell(new NativeTableCell(content));
        }

        /** The same cell, named for tests. */
        public Cell named(String testId) {
            place.getElement().setAttribute("data-testid", testId);
            return this;
        }
    }

    /**
     * A row.
     *
     * @param heading what stands in front
     * @param cells as many as there are other columns
     * @param isChosen whether it is the one the reader chose
     */
    public record Row(Component heading, List<Cell> cells, boolean isChosen) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(String heading, List<Cell> cells) {
            return new Row(new Text(heading), cells, false);
        }
    }

    private final List<Column> columns;

    /**
     * An empty table.
     *
     * @param caption what it shows
     * @param columns the first holds the headings of the rows
     */
    public RowTable(String caption, List<Column> columns) {
        this.columns = List.copyOf(columns);
        addClassNames("figure-table", "row-table");
        setCaptionText(caption);
        NativeTableRow headings = new NativeTableRow();
        for (int i = 0; i < columns.size(); i++) {
            headings.add(heading(new Text(columns.get(i).title()), "col", i == 0 ? "name" : align(i)));
        }
        getHead().add(headings);
    }

    /** Shows these rows and no others. */
    public void show(List<Row> rows) {
        getBody().removeAll();
        rows.forEach(row -> getBody().add(row(row)));
    }

    /** Heading of a column, to put something into it such as a button that sorts. */
    public NativeTableHeaderCell columnHeading(int index) {
        NativeTableRow headings = (NativeTableRow) getHead().getComponentAt(0);
        return (NativeTableHeaderCell) headings.getComponentAt(index);
    }

    /**
     * The table in a box that scrolls by itself on a narrow screen; the box takes focus so that the keyboard can scroll it too.
     *
     * @param label name of the box
     */
    public Div inBox(String label) {
        Div box = new Div(this);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
        return box;
    }

    private NativeTableRow row(Row row) {
        if (row.cells().size() != columns.size() - 1) {
            throw new IllegalArgumentException("A row has a cell for each column");
        }
        NativeTableRow line = new NativeTableRow(heading(row.heading(), "row", "name"));
        for (int i = 0; i < row.cells().size(); i++) {
            NativeTableCell place = row.cells().get(i).place();
            boolean isFigure = columns.get(i + 1).isFigure();
            place.setClassName("figure", isFigure);
            place.setClassName("words", !isFigure);
            line.add(place);
        }
        line.setClassName("chosen", row.isChosen());
        return line;
    }

    private String align(int column) {
        return columns.get(column).isFigure() ? "figure" : "words";
    }

    private static NativeTableHeaderCell heading(Component content, String scope, String className) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(content);
        heading.getElement().setAttribute("scope", scope);
        heading.addClassName(className);
        return heading;
    }
}
