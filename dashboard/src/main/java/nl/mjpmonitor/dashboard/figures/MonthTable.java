package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** One indicator by month and year, the months below one another and the whole years in the last row. */
public final class MonthTable extends NativeTable {

    private static final int MONTHS = 12;

    private final FigureWords words;
    private final Map<Period, FigureCell> cells = new HashMap<>();

    /**
     * @param caption what the table shows
     * @param testId start of the figures' {@code data-testid}
     */
    public MonthTable(FigureWords words, String caption, String testId, List<Integer> years) {
        this.words = words;
        addClassNames("figure-table", "dense");
        setCaptionText(caption);
        NativeTableRow headings = new NativeTableRow();
        headings.add(heading(words.text("table.month"), "col", "name"));
        years.forEach(year -> headings.add(heading(year.toString(), "col", "figure")));
        getHead().add(headings);
        IntStream.rangeClosed(1, MONTHS)
                .forEach(month -> getBody()
                        .add(row(
                                words.format().month(month),
                                testId,
                                years.stream()
                                        .map(year -> Period.month(year, month))
                                        .toList())));
        NativeTableRow total = row(
                words.text("table.year"),
                testId,
                years.stream().map(Period::year).toList());
        total.addClassName("total");
        getFoot().add(total);
    }

    private NativeTableRow row(String name, String testId, List<Period> periods) {
        NativeTableRow row = new NativeTableRow();
        row.add(heading(name, "row", "name"));
        for (Period period : periods) {
            String prefix = period.grain() == PeriodGrain.MONTH ? "-" : "-jaar-";
            FigureCell cell = new FigureCell(testId + prefix + period.label());
            cells.put(period, cell);
            row.add(cell);
        }
        return row;
    }

    private static NativeTableHeaderCell heading(String text, String scope, String className) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        heading.addClassName(className);
        return heading;
    }

    /**
     * Shows the figures of the table's months and years and passes over all others.
     *
     * @param isNews whether a figure that differs from the one shown is news
     */
    public void show(List<IndicatorPoint> points, boolean isNews) {
        for (IndicatorPoint point : points) {
            FigureCell cell = cells.get(point.period());
            if (cell != null) {
                cell.show(words.value(point.value()), isNews);
            }
        }
    }
}
