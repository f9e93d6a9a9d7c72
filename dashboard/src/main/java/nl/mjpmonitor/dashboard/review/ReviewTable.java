package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureCell;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Indicators of a month, one a row: the month, last year's, the year so far, twelve months, for each 10,000 inhabitants and the
 * judgement; below it what was written about the figure. The month's figure carries {@code data-testid="<indicator>-<month>"}.
 */
final class ReviewTable extends NativeTable {

    private static final String COLUMNS = "8";

    private final transient ReviewWords words;

    ReviewTable(ReviewWords words, Review review, String caption, List<ReviewLine> lines) {
        this.words = words;
        addClassNames("figure-table", "review-table");
        setCaptionText(caption);
        Period month = review.key().period();
        getHead()
                .add(new NativeTableRow(
                        heading(words.text("table.indicator"), "col", "name"),
                        heading(words.period(month), "col", "figure"),
                        heading(words.period(month.sameLastYear()), "col", "figure"),
                        heading(words.text("review.column.difference"), "col", "figure"),
                        heading(words.period(Period.yearToDate(review.key().month())), "col", "figure"),
                        heading(words.text("review.column.rolling"), "col", "figure"),
                        heading(words.text("review.column.rate"), "col", "figure"),
                        heading(words.text("review.column.judgement"), "col", "words")));
        lines.forEach(line -> addRows(review, line));
    }

    private void addRows(Review review, ReviewLine line) {
        Indicator indicator = line.indicator();
        String id = indicator.id() + "-";
        NativeTableRow row = new NativeTableRow(
                name(review, indicator),
                figure(id + line.figure().period(), line.figure()),
                figure(
                        id + line.month().lastYear().base().period(),
                        line.month().lastYear().base()),
                cell(id + "verschil", words.change(line.month().lastYear())),
                withBefore(id, line.yearToDate().later(), line.yearToDate().base()),
                withBefore(id, line.rolling().later(), line.rolling().base()),
                cell(id + "per-10000", words.rate(line.rate())),
                judgement(line));
        row.getElement().setAttribute("data-testid", "rij-" + indicator.id());
        getBody().add(row);
        words.duidingen(review, indicator).forEach(text -> {
            NativeTableCell cell = new NativeTableCell(text);
            cell.addClassName("review-duiding");
            cell.getElement().setAttribute("colspan", COLUMNS);
            getBody().add(new NativeTableRow(cell));
        });
    }

    private NativeTableHeaderCell name(Review review, Indicator indicator) {
        Span unit = new Span(words.words().unit(indicator.unit()));
        unit.addClassName("row-unit");
        NativeTableHeaderCell heading = heading("", "row", "name");
        heading.add(new IndicatorAnchor(indicator, review.key().area(), words.name(indicator)), unit);
        return heading;
    }

    private FigureCell figure(String testId, IndicatorPoint point) {
        return cell(testId, words.words().value(point.value()).withMark(PointMark.letters(PointMark.of(point))));
    }

    private static FigureCell cell(String testId, FigureText text) {
        FigureCell cell = new FigureCell(testId);
        cell.show(text, false);
        return cell;
    }

    private FigureCell withBefore(String id, IndicatorPoint now, IndicatorPoint before) {
        FigureCell cell = figure(id + now.period(), now);
        Span earlier = new Span(words.text("review.before", words.value(before)));
        earlier.addClassName("review-before");
        earlier.getElement().setAttribute("data-testid", id + before.period());
        cell.add(earlier);
        return cell;
    }

    private NativeTableCell judgement(ReviewLine line) {
        JudgementMark mark = new JudgementMark();
        mark.show(
                line.judgement(),
                Favour.of(line.indicator().direction(), line.judgement().verdict()),
                words.words());
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("words");
        cell.add(mark);
        String attention = words.attention(line);
        if (!attention.isEmpty()) {
            Span reason = new Span(attention);
            reason.addClassName("review-attention");
            cell.add(reason);
        }
        return cell;
    }

    static NativeTableHeaderCell heading(String text, String scope, String className) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        heading.addClassName(className);
        return heading;
    }
}
