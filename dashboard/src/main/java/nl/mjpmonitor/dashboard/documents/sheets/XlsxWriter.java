package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Cells as Office Open XML. Texts stand in the cells themselves, so that a long sheet need not be kept in memory. */
final class XlsxWriter implements SheetWriter {

    private static final int ROWS_KEPT = 500;
    private static final int PERCENT = 2;
    private static final int TITLE_SIZE = 14;
    private static final String GREY = "4A5662";

    private final Workbook workbook;
    private Optional<Worksheet> current = Optional.empty();
    private int lastRow;

    XlsxWriter(Workbook workbook) {
        this.workbook = workbook;
    }

    @Override
    public void start(String name, int frozenRows, List<Integer> widths) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, frozenRows);
        sheet.repeatRows(0, frozenRows - 1);
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
        current = Optional.of(sheet);
        lastRow = 0;
    }

    @Override
    public void text(int row, int column, String text, Look look) throws IOException {
        Worksheet sheet = at(row);
        sheet.inlineString(row, column, text);
        if (look != Look.PLAIN) {
            style(sheet.style(row, column), look);
        }
    }

    private static void style(StyleSetter style, Look look) {
        switch (look) {
            case PLAIN -> {}
            case TITLE -> style.bold().fontSize(TITLE_SIZE).set();
            case CAPTION -> style.bold().set();
            case HEADING -> style.bold().borderStyle("thin").wrapText(true).set();
            case NUMBER_HEADING ->
                style.bold()
                        .borderStyle("thin")
                        .wrapText(true)
                        .horizontalAlignment("right")
                        .set();
            case NO_NUMBER -> style.horizontalAlignment("right").fontColor(GREY).set();
            case NOTE -> style.italic().fontColor(GREY).set();
            case WRAPPED -> style.wrapText(true).verticalAlignment("top").set();
        }
    }

    @Override
    public void number(int row, int column, BigDecimal number, NumberKind kind) throws IOException {
        Worksheet sheet = at(row);
        sheet.value(row, column, kind == NumberKind.PERCENT ? number.movePointLeft(PERCENT) : number);
        sheet.style(row, column).format(format(number, kind)).set();
    }

    /** The program that shows it puts the signs of its own language for the point and the comma. */
    private static String format(BigDecimal number, NumberKind kind) {
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        return switch (kind) {
            case COUNT -> "#,##0";
            case DECIMAL -> "#,##0.0";
            case PERCENT -> isWhole ? "0%" : "0.0%";
            case EURO -> isWhole ? "[$€-413] #,##0" : "[$€-413] #,##0.00";
            case NONE -> throw new IllegalArgumentException("A number has a kind");
        };
    }

    @Override
    public void end() throws IOException {
        sheet().close();
        current = Optional.empty();
    }

    private Worksheet at(int row) throws IOException {
        if (row - lastRow >= ROWS_KEPT) {
            sheet().flush();
            lastRow = row;
        }
        return sheet();
    }

    private Worksheet sheet() {
        return current.orElseThrow(() -> new IllegalStateException("No sheet was started"));
    }
}
