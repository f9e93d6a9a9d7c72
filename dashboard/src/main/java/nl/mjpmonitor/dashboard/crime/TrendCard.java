package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.YearChart;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** One indicator over the years in a small chart, with what it says in words. The whole card opens the indicator. */
final class TrendCard extends ListItem {

    private final transient Indicator indicator;
    private final transient FigureWords words;
    private final IndicatorLink link;
    private final Paragraph finding = new Paragraph();
    private final YearChart chart;
    private final Div missing = new Div();

    TrendCard(Indicator indicator, FigureWords words) {
        this.indicator = indicator;
        this.words = words;
        this.link = new IndicatorLink(indicator, indicator.name().in(words.locale()));
        this.chart = new YearChart(words, indicator.exceptionalYears());
        addClassName("trend-card");
        getElement().setAttribute("data-testid", "trend-" + indicator.id());
        finding.addClassName("finding");
        missing.addClassName("chart-missing");
        missing.setText(words.text("chart.missing"));
        add(new H3(link), finding, chart, missing);
    }

    void follow(CrimeSelection selection) {
        link.follow(selection);
        setClassName(
                "selected", selection.indicator().filter(indicator.id()::equals).isPresent());
    }

    void show(List<IndicatorPoint> years) {
        String saying = words.finding(years.get(years.size() - 2), years.getLast());
        finding.setText(saying);
        boolean isKnown = CrimeFigures.hasCounted(years);
        chart.setVisible(isKnown);
        missing.setVisible(!isKnown);
        if (isKnown) {
            chart.show(years, description(years, saying));
        }
    }

    private String description(List<IndicatorPoint> years, String saying) {
        String extremes = words.extremes(years, point -> point.period().label()).orElse("");
        return (indicator.name().in(words.locale()) + ": " + saying + " " + extremes).strip();
    }
}
