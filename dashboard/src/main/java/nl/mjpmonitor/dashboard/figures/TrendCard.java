package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.statistics.Judgement;

/**
 * One indicator over the years in a small chart, with what the last year says in words and whether that is unusual. The whole card
 * is its link.
 */
public final class TrendCard extends ListItem {

    private final transient Indicator indicator;
    private final transient FigureWords words;
    private final Paragraph finding = new Paragraph();
    private final JudgementMark judgement = new JudgementMark();
    private final YearChart chart;
    private final Div missing = new Div();

    /**
     * An empty card.
     *
     * @param link the indicator's name as a link
     * @param testId names the card for tests
     */
    public TrendCard(Indicator indicator, Component link, String testId, FigureWords words) {
        this.indicator = indicator;
        this.words = words;
        this.chart = new YearChart(words, indicator.exceptionalYears());
        addClassName("trend-card");
        getElement().setAttribute("data-testid", testId);
        finding.addClassName("finding");
        missing.addClassName("chart-missing");
        missing.setText(words.text("chart.missing"));
        add(new H3(link), finding, judgement, chart, missing);
    }

    /** Gives the chart a scale on which this number fits, so that cards beside each other can share one. */
    public void scaleTo(double highest) {
        chart.scaleTo(highest);
    }

    /**
     * Shows the years.
     *
     * @param years consecutive, at least two
     */
    public void show(List<IndicatorPoint> years) {
        IndicatorPoint before = years.get(years.size() - 2);
        String saying = words.finding(before, years.getLast());
        finding.setText(saying);
        show(new PeriodComparator(indicator).change(before, years.getLast()).judgement());
        boolean isKnown = years.stream()
                .anyMatch(point -> FigureWords.number(point.value()).isPresent());
        chart.setVisible(isKnown);
        missing.setVisible(!isKnown);
        if (isKnown) {
            chart.show(years, description(years, saying));
        }
    }

    /** Says whether the change is unusual; of what cannot be judged the finding says enough. */
    private void show(Judgement said) {
        switch (said.verdict()) {
            case WITHIN_CHANCE, UNUSUALLY_HIGH, UNUSUALLY_LOW, LONG_HIGHER, LONG_LOWER, RISING, FALLING ->
                judgement.show(said, Favour.of(indicator.direction(), said.verdict()), words);
            case TOO_FEW_DATA, INCOMPLETE, UNKNOWN, WITHHELD, NOT_COMPARABLE -> judgement.setVisible(false);
        }
    }

    private String description(List<IndicatorPoint> years, String saying) {
        String extremes = words.extremes(years, point -> point.period().label()).orElse("");
        return (indicator.name().in(words.locale()) + ": " + saying + " " + extremes).strip();
    }
}
