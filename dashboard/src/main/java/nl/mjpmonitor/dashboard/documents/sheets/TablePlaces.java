package nl.mjpmonitor.dashboard.documents.sheets;

import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;

/**
 * In which columns of a sheet the columns of a table stand. Marks stand in a column of their own, so that the number beside them stays a
 * number; only where there are marks.
 *
 * @param table the table
 * @param hasMarks one a column of the table
 */
record TablePlaces(Table table, List<Boolean> hasMarks) {

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    private static final int MARKS = 8;

    static TablePlaces of(Table table) {
        List<Boolean> hasMarks = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int place = column;
            hasMarks.add(table.rows().stream()
                    .anyMatch(row -> !row.cells().get(place).mark().isEmpty()));
        }
        return new TablePlaces(table, List.copyOf(hasMarks));
    }

    /** How wide the columns of the sheet should be for this table, in characters. */
    List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        int heading = table.heading().length();
        for (Row row : table.rows()) {
            heading = Math.max(heading, row.heading().length());
        }
        widths.add(within(heading));
        for (int column = 0; column < table.columns().size(); column++) {
            int width = table.columns().get(column).title().length();
            for (Row row : table.rows()) {
                Cell cell = row.cells().get(column);
                width = Math.max(width, cell.text().length());
            }
            widths.add(within(width));
            if (hasMarks.get(column)) {
                widths.add(MARKS);
            }
        }
        return widths;
    }

    private static int within(int characters) {
        return Math.clamp(characters + 2, NARROWEST, WIDEST);
    }
}
