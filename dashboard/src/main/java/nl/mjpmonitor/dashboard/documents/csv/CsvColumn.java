package nl.mjpmonitor.dashboard.documents.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;

/**
 * A column of a file.
 *
 * @param title its heading
 * @param datatype datatype of CSV on the Web
 * @param values one a row; empty where there is none
 */
record CsvColumn(String title, String datatype, List<String> values) {

    private static final String STRING = "string";

    /**
     * The columns of a table. A column of numbers holds nothing but numbers; the words and marks that stand among and beside them have a
     * column of their own.
     */
    static List<CsvColumn> of(Table table, DocumentWords words) {
        List<CsvColumn> columns = new ArrayList<>();
        columns.add(new CsvColumn(
                table.heading(),
                STRING,
                table.rows().stream().map(Row::heading).map(CsvText::of).toList()));
        for (int place = 0; place < table.columns().size(); place++) {
            columns.addAll(of(table.columns().get(place), cells(table, place), words));
        }
        return columns;
    }

    private static List<Cell> cells(Table table, int place) {
        return table.rows().stream().map(row -> row.cells().get(place)).toList();
    }

    private static List<CsvColumn> of(Column column, List<Cell> cells, DocumentWords words) {
        boolean hasNumbers = cells.stream().anyMatch(cell -> cell.number().isPresent());
        if (!hasNumbers && !column.isNumeric()) {
            return List.of(new CsvColumn(
                    column.title(),
                    STRING,
                    cells.stream().map(Cell::full).map(CsvText::of).toList()));
        }
        CsvColumn numbers = new CsvColumn(
                column.title(),
                datatype(cells),
                cells.stream()
                        .map(cell ->
                                cell.number().map(BigDecimal::toPlainString).orElse(""))
                        .toList());
        List<String> remarks =
                cells.stream().map(CsvColumn::remark).map(CsvText::of).toList();
        return remarks.stream().allMatch(String::isEmpty)
                ? List.of(numbers)
                : List.of(numbers, new CsvColumn(words.remarksOn(column.title()), STRING, remarks));
    }

    private static String datatype(List<Cell> cells) {
        return cells.stream().allMatch(cell -> cell.number().isEmpty() || cell.kind() == NumberKind.COUNT)
                ? "integer"
                : "decimal";
    }

    private static String remark(Cell cell) {
        return cell.number().isPresent() ? cell.mark() : cell.full();
    }
}
