package nl.mjpmonitor.dashboard.documents;

import java.util.List;

/**
 * A table with a heading for every row and column.
 *
 * @param id short name in lower case, letters, digits and hyphens
 * @param caption what it says
 * @param heading heading of the first column, which holds the rows' headings
 * @param columns the columns after the first
 * @param rows as many cells each as there are columns
 * @param notes remarks below it, in order; the key of the marks among them
 */
public record Table(String id, String caption, String heading, List<Column> columns, List<Row> rows, List<String> notes)
        implements Block {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException when a row has another number of cells than there are columns
     */
    public Table {
        Ids.require(id);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Row '" + row.heading() + "' of table " + id + " has "
                        + row.cells().size() + " cells for " + columns.size() + " columns");
            }
        }
    }
}
