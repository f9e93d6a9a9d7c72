package nl.mjpmonitor.dashboard.documents;

import java.util.List;

/**
 * A row of a table.
 *
 * @param heading what the row is about
 * @param cells one a column
 */
public record Row(String heading, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
