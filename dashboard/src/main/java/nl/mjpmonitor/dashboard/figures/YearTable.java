package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;

/**
 * Indicators by year, with the change between the last two years: absolute, and in percents as the published tables print it.
 * Every figure carries {@code data-testid="<indicator>-<year>"}, {@code <indicator>-verschil} or {@code <indicator>-procent}.
 */
public final class YearTable extends NativeTable {

    /**
     * One indicator of the table.
     *
     * @param indicator the indicator
     * @param heading what stands in front of the row
     * @param noteMark mark of the remark on its name and its unknown figures; empty when there is none
     */
    public record Row(Indicator indicator, Component heading, String noteMark) {}

    private record Cells(List<FigureCell> years, FigureCell difference, FigureCell percentage) {}

    private final FigureWords words;
    private final List<Integer> years;
    private final List<Row> rows;
    private final Map<IndicatorId, Cells> cells = new LinkedHashMap<>();

    /**
     * @param rowTitle heading of the column with the rows' names
     * @param years consecutive, at least two
     */
    public YearTable(FigureWords words, String rowTitle, List<Integer> years, List<Row> rows) {
        this.words = words;
        this.years = List.copyOf(years);
        this.rows = List.copyOf(rows);
        addClassName("figure-table");
        getHead().add(headings(rowTitle));
        rows.forEach(row -> getBody().add(row(row)));
    }

    private NativeTableRow headings(String rowTitle) {
        NativeTableRow headings = new NativeTableRow();
        headings.add(columnHeading(rowTitle, "name"));
        years.forEach(year -> headings.add(columnHeading(Integer.toString(year), "figure")));
        String span = years.get(years.size() - 2) + "-" + years.getLast();
        headings.add(changeHeading(words.text("table.difference", span), span));
        headings.add(changeHeading(words.text("table.percentage", span), span));
        return headings;
    }

    /** The years stay together when the heading needs a second line. */
    private static NativeTableHeaderCell changeHeading(String text, String years) {
        int start = text.indexOf(years);
        Span together = new Span(years);
        together.addClassName("together");
        NativeTableHeaderCell heading = columnHeading("", "figure", "change");
        heading.add(new Text(text.substring(0, start)), together, new Text(text.substring(start + years.length())));
        return heading;
    }

    private static NativeTableHeaderCell columnHeading(String text, String... classNames) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", "col");
        heading.addClassNames(classNames);
        return heading;
    }

    private NativeTableRow row(Row row) {
        NativeTableRow line = new NativeTableRow();
        NativeTableHeaderCell heading = new NativeTableHeaderCell(row.heading());
        heading.getElement().setAttribute("scope", "row");
        heading.addClassName("name");
        if (!row.noteMark().isEmpty()) {
            heading.getElement().appendChild(new Element("sup").setText(row.noteMark()));
        }
        line.add(heading);
        String id = row.indicator().id().value();
        List<FigureCell> figures =
                years.stream().map(year -> new FigureCell(id + "-" + year)).toList();
        Cells own = new Cells(figures, new FigureCell(id + "-verschil"), new FigureCell(id + "-procent"));
        own.difference().addClassName("change");
        own.percentage().addClassName("change");
        figures.forEach(line::add);
        line.add(own.difference(), own.percentage());
        cells.put(row.indicator().id(), own);
        return line;
    }

    /**
     * Shows the figures of all rows.
     *
     * @param figures one point a year for each indicator of the table
     * @param isPublished whether the published table prints these figures and their percentages
     * @param isNews whether a figure that differs from the one shown is news, and not the answer to another question
     * @return what changed; empty unless it is news
     */
    public List<FigureNews> show(Map<IndicatorId, List<IndicatorPoint>> figures, boolean isPublished, boolean isNews) {
        List<FigureNews> news = new ArrayList<>();
        for (Row row : rows) {
            news.addAll(show(row, figures.getOrDefault(row.indicator().id(), List.of()), isPublished, isNews));
        }
        return isNews ? news : List.of();
    }

    private List<FigureNews> show(Row row, List<IndicatorPoint> points, boolean isPublished, boolean isNews) {
        if (points.size() != years.size()) {
            throw new IllegalArgumentException(
                    "One figure a year is needed for " + row.indicator().id());
        }
        Cells own = cells(row);
        List<FigureNews> news = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            FigureCell cell = own.years().get(i);
            String before = cell.text();
            if (cell.show(yearText(row, points.get(i).value()), isNews)) {
                news.add(new FigureNews(
                        row.indicator().name().in(words.locale()), years.get(i).toString(), before, cell.text()));
            }
        }
        Optional<Change> change = Change.between(
                points.get(points.size() - 2).value(), points.getLast().value());
        own.difference().show(words.difference(change), isNews);
        own.percentage().show(words.percentage(change, isPublished), isNews);
        return news;
    }

    private FigureText yearText(Row row, IndicatorValue value) {
        FigureText text = words.value(value);
        return value instanceof IndicatorValue.Unknown ? text.withMark(row.noteMark()) : text;
    }

    private Cells cells(Row row) {
        Cells own = cells.get(row.indicator().id());
        if (own == null) {
            throw new IllegalStateException("No row for " + row.indicator().id());
        }
        return own;
    }
}
