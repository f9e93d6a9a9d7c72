package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Indicators by period, each with its unit and the marks of its figures. Every figure carries
 * {@code data-testid="<indicator>-<period>"}.
 */
public final class PeriodTable extends NativeTable {

    private record Place(IndicatorId indicator, Period period) {}

    private final transient FigureWords words;
    private final String testPrefix;
    private final transient Map<Place, FigureCell> cells = new HashMap<>();

    /**
     * An empty table.
     *
     * @param caption what it shows
     * @param periods the columns
     * @param headings what stands in front of each row, by indicator, in the order of showing
     */
    public PeriodTable(
            FigureWords words, String caption, List<Period> periods, Map<Indicator, ? extends Component> headings) {
        this(words, caption, "", periods, headings);
    }

    /**
     * An empty table beside another one with the same figures.
     *
     * @param testPrefix start of the {@code data-testid} of each figure
     */
    public PeriodTable(
            FigureWords words,
            String caption,
            String testPrefix,
            List<Period> periods,
            Map<Indicator, ? extends Component> headings) {
        this.words = words;
        this.testPrefix = testPrefix;
        addClassName("figure-table");
        setCaptionText(caption);
        NativeTableRow columns = new NativeTableRow();
        columns.add(heading(words.text("table.indicator"), "col", "name"));
        periods.forEach(period -> columns.add(heading(period.label(words.locale()), "col", "figure")));
        getHead().add(columns);
        headings.forEach((indicator, heading) -> getBody().add(row(indicator, heading, periods)));
    }

    private NativeTableRow row(Indicator indicator, Component name, List<Period> periods) {
        Span unit = new Span(words.unit(indicator.unit()));
        unit.addClassName("row-unit");
        NativeTableHeaderCell heading = heading("", "row", "name");
        heading.add(name, unit);
        NativeTableRow row = new NativeTableRow(heading);
        for (Period period : periods) {
            FigureCell cell = new FigureCell(testPrefix + indicator.id() + "-" + period.label());
            cells.put(new Place(indicator.id(), period), cell);
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
     * Shows the points that have a cell and passes over all others.
     *
     * @param isNews whether a figure that differs from the one shown is news
     * @return the marks in the table, for its key
     */
    public Set<PointMark> show(Map<IndicatorId, List<IndicatorPoint>> figures, boolean isNews) {
        Set<PointMark> shown = EnumSet.noneOf(PointMark.class);
        figures.forEach((indicator, points) ->
                points.forEach(point -> Optional.ofNullable(cells.get(new Place(indicator, point.period())))
                        .ifPresent(cell -> {
                            Set<PointMark> marks = PointMark.of(point);
                            shown.addAll(marks);
                            cell.show(words.value(point.value()).withMark(PointMark.letters(marks)), isNews);
                        })));
        return shown;
    }
}
