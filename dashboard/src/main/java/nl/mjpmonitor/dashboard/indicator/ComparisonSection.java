package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.comparisons.MeanComparison;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.Judgement;

/** The newest figure set against earlier ones, with a sentence about each comparison. */
final class ComparisonSection extends Section {

    private final transient FigureWords words;
    private final transient OutcomeWords outcomes;
    private final transient Indicator indicator;
    private final Div tables = new Div();

    ComparisonSection(Indicator indicator, FigureWords words) {
        this.indicator = indicator;
        this.words = words;
        this.outcomes = new OutcomeWords(words);
        addClassName("comparisons");
        getElement().setAttribute("aria-labelledby", "kop-vergelijkingen");
        H2 title = new H2(words.text("indicator.comparisons"));
        title.setId("kop-vergelijkingen");
        Paragraph intro = new Paragraph(words.text("indicator.comparisons.intro"));
        intro.addClassName("secondary");
        tables.addClassName("comparison-tables");
        add(title, intro, tables);
    }

    /** Shows the comparisons of the period, and of a month also those of the year to date and the last twelve months. */
    void show(IndicatorChoice choice, Period period, List<IndicatorSeries> all) {
        List<Period> periods = new ArrayList<>(List.of(period));
        boolean hasWindows =
                period.grain() == PeriodGrain.MONTH && indicator.isDefinedFor(Period.yearToDate(period.lastMonth()));
        if (hasWindows) {
            periods.add(Period.yearToDate(period.lastMonth()));
            periods.add(Period.rollingYear(period.lastMonth()));
        }
        tables.removeAll();
        periods.forEach(one -> {
            FigureComparisons comparisons = new FigureComparisons(
                    indicator, choice.area().code(), one, FigureComparisons.BASE_YEAR, choice.moment());
            tables.add(table(one, comparisons.answer(all)).inBox(words.text("table.box", one.label(words.locale()))));
        });
    }

    private RowTable table(Period period, FigureComparisons.Answer answer) {
        RowTable table = new RowTable(
                words.text(
                        "indicator.comparisons.caption",
                        period.label(words.locale()),
                        words.amount(answer.figure().value(), indicator.unit())),
                List.of(
                        RowTable.Column.text(words.text("comparison.with")),
                        RowTable.Column.figure(words.text("comparison.then")),
                        RowTable.Column.figure(words.text("comparison.now")),
                        RowTable.Column.figure(words.text("comparison.difference")),
                        RowTable.Column.text(words.text("table.judgement"))));
        List<RowTable.Row> rows = new ArrayList<>();
        Set<Period> compared = new HashSet<>();
        add(rows, compared, "comparison.previous", answer.previous(), period);
        add(rows, compared, "comparison.last-year", answer.lastYear(), period);
        add(rows, compared, "comparison.base", answer.base(), period);
        rows.add(row("comparison.mean", answer.mean(), answer.figure()));
        if (!indicator.exceptionalYears().isEmpty()) {
            rows.add(row("comparison.mean-without", answer.meanWithoutExceptional(), answer.figure()));
        }
        table.show(rows);
        return table;
    }

    /** Of two comparisons with the same period one is enough; with itself none. */
    private void add(
            List<RowTable.Row> rows, Set<Period> compared, String key, ChangeComparison comparison, Period period) {
        Period base = comparison.base().period();
        if (!base.equals(period) && compared.add(base)) {
            rows.add(RowTable.Row.of(
                    words.text(key, base.label(words.locale())),
                    List.of(
                            figure(comparison.base()),
                            figure(comparison.later()),
                            RowTable.Cell.figure(outcomes.change(indicator, comparison.outcome()), Set.of())
                                    .named(key + "-" + period.label()),
                            RowTable.Cell.of(said(comparison.outcome(), comparison.judgement())))));
        }
    }

    private RowTable.Row row(String key, MeanComparison comparison, IndicatorPoint figure) {
        String years = words.format().years(comparison.years());
        return RowTable.Row.of(
                comparison.years().isEmpty() ? words.text(key + ".none") : words.text(key, years),
                List.of(
                        RowTable.Cell.figure(outcomes.amount(comparison.mean()), Set.of()),
                        figure(figure),
                        RowTable.Cell.figure(outcomes.change(indicator, comparison.outcome()), Set.of())
                                .named(key + "-" + figure.period().label()),
                        RowTable.Cell.of(said(comparison.outcome(), comparison.judgement()))));
    }

    private RowTable.Cell figure(IndicatorPoint point) {
        return RowTable.Cell.figure(words.value(point.value()), PointMark.of(point));
    }

    private Div said(Outcome outcome, Judgement judgement) {
        JudgementMark mark = new JudgementMark();
        mark.show(judgement, Favour.of(indicator.direction(), judgement.verdict()), words);
        Optional<String> reason = outcome instanceof Outcome.None none
                ? Optional.of(none.reason().sentence().in(words.locale()))
                : Optional.empty();
        Paragraph sentence = new Paragraph(reason.orElseGet(() -> judgement.sentence(words.locale())));
        sentence.addClassName("cell-sentence");
        return new Div(mark, sentence);
    }
}
