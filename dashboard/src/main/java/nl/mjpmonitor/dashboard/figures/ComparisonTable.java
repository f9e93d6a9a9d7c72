package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.Reason;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Judgement;

/**
 * Indicators this year so far beside the same months of last year, with a judgement; then the last twelve months beside the twelve
 * before; and where it means something the last whole year per 10,000 inhabitants. Every figure carries
 * {@code data-testid="<prefix><indicator>-<period>"}, the judgement {@code <prefix><indicator>-oordeel}.
 */
public final class ComparisonTable extends NativeTable {

    /**
     * The columns.
     *
     * @param now this year so far; the one before it are the same months of last year
     * @param rolling the last twelve months; the one before it are the twelve before
     * @param rate year of the rates; empty for no such column
     */
    public record Columns(Period now, Period rolling, Optional<Period> rate) {}

    /**
     * What stands in one row.
     *
     * @param rate rate of the year of the rates; empty where it means nothing
     */
    public record Content(
            IndicatorPoint now,
            IndicatorPoint lastYear,
            Judgement judgement,
            IndicatorPoint rolling,
            IndicatorPoint rollingBefore,
            Optional<InhabitantRate> rate) {}

    private record Cells(
            FigureCell now,
            FigureCell lastYear,
            FigureCell difference,
            JudgementMark judgement,
            FigureCell rolling,
            FigureCell rollingBefore,
            Optional<FigureCell> rate) {}

    private final transient FigureWords words;
    private final transient Columns columns;
    private final String testPrefix;
    private final transient Map<IndicatorId, Cells> cells = new LinkedHashMap<>();

    /**
     * An empty table.
     *
     * @param caption what it shows
     * @param headings what stands in front of each row, by indicator, in the order of showing
     */
    public ComparisonTable(
            FigureWords words,
            String caption,
            String testPrefix,
            Columns columns,
            Map<Indicator, ? extends Component> headings) {
        this.words = words;
        this.columns = columns;
        this.testPrefix = testPrefix;
        addClassNames("figure-table", "comparison-table");
        setCaptionText(caption);
        NativeTableRow titles = new NativeTableRow();
        titles.add(heading(words.text("table.indicator"), "col", "name"));
        titles.add(heading(label(columns.now()), "col", "figure"));
        titles.add(heading(label(columns.now().sameLastYear()), "col", "figure"));
        titles.add(heading(words.text("comparison.year-difference"), "col", "figure"));
        titles.add(heading(words.text("comparison.judgement"), "col", "words"));
        titles.add(heading(label(columns.rolling()), "col", "figure"));
        titles.add(heading(label(columns.rolling().previous()), "col", "figure"));
        columns.rate()
                .ifPresent(year -> titles.add(heading(words.text("comparison.rate", year.label()), "col", "figure")));
        getHead().add(titles);
        headings.forEach((indicator, heading) -> getBody().add(row(indicator, heading)));
    }

    private String label(Period period) {
        return period.label(words.locale());
    }

    private NativeTableRow row(Indicator indicator, Component name) {
        Span unit = new Span(words.unit(indicator.unit()));
        unit.addClassName("row-unit");
        NativeTableHeaderCell heading = heading("", "row", "name");
        heading.add(name, unit);
        String id = testPrefix + indicator.id() + "-";
        Cells own = new Cells(
                new FigureCell(id + columns.now().label()),
                new FigureCell(id + columns.now().sameLastYear().label()),
                new FigureCell(id + "verschil"),
                new JudgementMark(),
                new FigureCell(id + columns.rolling().label()),
                new FigureCell(id + columns.rolling().previous().label()),
                columns.rate().map(year -> new FigureCell(id + "per-10000")));
        own.judgement().getElement().setAttribute("data-testid", id + "oordeel");
        NativeTableCell judgement = new NativeTableCell(own.judgement());
        judgement.addClassName("words");
        NativeTableRow row = new NativeTableRow(heading);
        row.add(own.now(), own.lastYear(), own.difference(), judgement, own.rolling(), own.rollingBefore());
        own.rate().ifPresent(row::add);
        cells.put(indicator.id(), own);
        return row;
    }

    private static NativeTableHeaderCell heading(String text, String scope, String className) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        heading.addClassName(className);
        return heading;
    }

    /**
     * Shows the rows that are in the table.
     *
     * @param isNews whether a figure that differs from the one shown is news
     * @return the marks in the table, for its key
     */
    public Set<PointMark> show(Map<Indicator, Content> rows, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        rows.forEach((indicator, content) -> Optional.ofNullable(cells.get(indicator.id()))
                .ifPresent(own -> {
                    List.of(content.now(), content.lastYear(), content.rolling(), content.rollingBefore())
                            .forEach(point -> marks.addAll(PointMark.of(point)));
                    own.now().show(words.marked(content.now()), isNews);
                    own.lastYear().show(words.marked(content.lastYear()), isNews);
                    own.difference().show(difference(content), isNews);
                    own.judgement()
                            .show(
                                    content.judgement(),
                                    Favour.of(
                                            indicator.direction(),
                                            content.judgement().verdict()),
                                    words);
                    own.rolling().show(words.marked(content.rolling()), isNews);
                    own.rollingBefore().show(words.marked(content.rollingBefore()), isNews);
                    own.rate().ifPresent(cell -> cell.show(rate(content), isNews));
                }));
        return marks;
    }

    private FigureText difference(Content content) {
        IndicatorValue before = content.lastYear().value();
        IndicatorValue now = content.now().value();
        // what is withheld or does not exist is not unknown: the difference says of what kind it is
        for (IndicatorValue side : List.of(now, before)) {
            if (side instanceof IndicatorValue.Suppressed || side instanceof IndicatorValue.NotApplicable) {
                return words.value(side);
            }
        }
        return words.difference(Change.between(before, now));
    }

    private FigureText rate(Content content) {
        Outcome outcome = content.rate().map(InhabitantRate::outcome).orElse(new Outcome.None(Reason.NOT_APPLICABLE));
        return switch (outcome) {
            case Outcome.Amount(var value) ->
                new FigureText(words.format().inColumn(value), FigureText.Tone.NUMBER).writing(value);
            case Outcome.None(var reason) ->
                switch (reason) {
                    case SUPPRESSED -> words.value(new IndicatorValue.Suppressed());
                    case UNKNOWN, TOO_FEW_YEARS -> words.value(new IndicatorValue.Unknown());
                    case NOT_APPLICABLE, BREAK, NOT_COMPARABLE, ZERO_TOTAL, FEW_INHABITANTS ->
                        words.value(new IndicatorValue.NotApplicable());
                };
            case Outcome.Change _, Outcome.DifferenceOnly _ ->
                throw new IllegalArgumentException("A change is no rate");
        };
    }
}
