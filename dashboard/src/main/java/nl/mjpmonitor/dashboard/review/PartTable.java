package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureCell;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** A topic in the parts of the area: the month, the same month last year, the difference and the judgement. */
final class PartTable extends NativeTable {

    private final transient ReviewWords words;

    PartTable(ReviewWords words, ReviewLine topic, List<PartFigure> parts) {
        this.words = words;
        addClassNames("figure-table", "part-table");
        setCaptionText(words.partsCaption(topic));
        getHead()
                .add(new NativeTableRow(
                        ReviewTable.heading(words.text("review.column.area"), "col", "name"),
                        ReviewTable.heading(words.period(topic.figure().period()), "col", "figure"),
                        ReviewTable.heading(words.period(topic.figure().period().sameLastYear()), "col", "figure"),
                        ReviewTable.heading(words.text("review.column.difference"), "col", "figure"),
                        ReviewTable.heading(words.text("review.column.judgement"), "col", "words")));
        parts.forEach(part -> getBody().add(row(part)));
    }

    private NativeTableRow row(PartFigure part) {
        JudgementMark mark = new JudgementMark();
        mark.show(
                part.change().judgement(),
                Favour.of(
                        part.indicator().direction(), part.change().judgement().verdict()),
                words.words());
        NativeTableCell judgement = new NativeTableCell();
        judgement.addClassName("words");
        judgement.add(mark);
        FigureCell difference = new FigureCell(id(part) + "verschil");
        difference.show(words.change(part.change()), false);
        return new NativeTableRow(
                ReviewTable.heading(part.part().name(), "row", "name"),
                figure(part, part.change().later()),
                figure(part, part.change().base()),
                difference,
                judgement);
    }

    private FigureCell figure(PartFigure part, IndicatorPoint point) {
        FigureCell cell = new FigureCell(id(part) + point.period());
        cell.show(words.words().value(point.value()).withMark(PointMark.letters(PointMark.of(point))), false);
        return cell;
    }

    private static String id(PartFigure part) {
        return part.indicator().id() + "-" + part.part().code() + "-";
    }
}
