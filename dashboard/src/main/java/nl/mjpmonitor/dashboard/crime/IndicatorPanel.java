package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.dashboard.duiding.DuidingPanel;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.dashboard.figures.MonthChart;
import nl.mjpmonitor.dashboard.figures.MonthTable;
import nl.mjpmonitor.dashboard.figures.YearChart;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;

/** One indicator in detail: by month and by year, as charts and as a table, with its definition and source. */
final class IndicatorPanel extends Section {

    private final transient FigureWords words;
    private final transient Indicator indicator;
    private final H2 title;
    private final RouterLink close;
    private final Paragraph finding = new Paragraph();
    private final Paragraph subtitle = new Paragraph();
    private final MonthChart monthChart;
    private final YearChart yearChart;
    private final Paragraph missing = new Paragraph();
    private final Div charts = new Div();
    private final MonthTable table;
    private final DuidingPanel duiding;
    private final transient List<Period> periods;
    private final IndicatorDefinition definition;

    IndicatorPanel(Indicator indicator, List<Integer> years, FigureWords words, DuidingPanels duidingPanels) {
        this.words = words;
        this.indicator = indicator;
        this.monthChart = new MonthChart(words, indicator.exceptionalYears());
        this.yearChart = new YearChart(words, indicator.exceptionalYears());
        this.table = new MonthTable(words, words.text("panel.table", name()), "detail-" + indicator.id(), years);
        this.definition = new IndicatorDefinition(indicator, words);
        this.duiding = duidingPanels.panel(words);
        this.periods = years.stream().map(Period::year).toList();
        this.title = new H2(name());
        this.close = new RouterLink(words.text("panel.close"), CrimeView.class);
        setId("indicator");
        addClassName("panel");
        getElement().setAttribute("aria-labelledby", "kop-indicator");
        title.setId("kop-indicator");
        title.getElement().setAttribute("tabindex", "-1");
        close.addClassName("panel-close");
        missing.addClassName("chart-missing");
        missing.setText(words.text("chart.missing"));
        charts.addClassName("panel-charts");
        charts.add(new H3(words.text("panel.month")), monthChart, new H3(words.text("panel.year")), yearChart);
        Div header = new Div(title, close);
        header.addClassName("panel-header");
        finding.addClassName("finding");
        subtitle.addClassName("secondary");
        monthChart.getElement().setAttribute("data-testid", "grafiek-maand");
        yearChart.getElement().setAttribute("data-testid", "grafiek-jaar");
        add(
                header,
                finding,
                subtitle,
                charts,
                missing,
                duiding,
                details("panel.show-table", "toon-tabel", scrollable()),
                details("panel.definition", "toon-definitie", definition));
    }

    private String name() {
        return indicator.name().in(words.locale());
    }

    IndicatorId indicator() {
        return indicator.id();
    }

    /** Moves the reader's place to the panel: after opening it, that is what there is to read. */
    void focus() {
        title.getElement().executeJs("this.focus(); this.scrollIntoView({block: 'nearest'});");
    }

    private static Details details(Component content, String summary, String testId) {
        Details details = new Details(summary, content);
        details.getElement().setAttribute("data-testid", testId);
        return details;
    }

    private Details details(String key, String testId, Component content) {
        return details(content, words.text(key), testId);
    }

    private Div scrollable() {
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement().setAttribute("aria-label", words.text("table.box", words.text("panel.table", name())));
        return box;
    }

    void follow(CrimeSelection selection) {
        duiding.show(indicator.id(), selection.area().code(), periods);
        close.setQueryParameters(selection.withoutIndicator().parameters());
    }

    void show(CrimeFigures figures, Area area, Instant knownAt, boolean isNews) {
        List<IndicatorPoint> years = figures.years(indicator.id());
        List<IndicatorPoint> months = figures.months(indicator.id());
        String saying = words.finding(years.get(years.size() - 2), years.getLast());
        finding.setText(saying);
        subtitle.setText(words.text(
                "panel.subtitle",
                area.name(),
                years.getFirst().period().label(),
                years.getLast().period().label()));
        boolean isKnown = CrimeFigures.hasCounted(years) || CrimeFigures.hasCounted(months);
        charts.setVisible(isKnown);
        missing.setVisible(!isKnown);
        yearChart.show(years, describe(saying, years));
        monthChart.show(months, describe(words.text("panel.month.description", name(), area.name()), months));
        table.show(months, isNews);
        table.show(years, isNews);
        definition.showReadAt(knownAt);
    }

    private String describe(String saying, List<IndicatorPoint> points) {
        return (saying + " " + words.extremes(points, this::periodName).orElse("")).strip();
    }

    private String periodName(IndicatorPoint point) {
        return switch (point.period().grain()) {
            case YEAR, QUARTER -> point.period().label();
            case MONTH ->
                words.format().month(point.period().firstMonth().getMonthValue()) + " "
                        + point.period().year();
            case YEAR_TO_DATE, ROLLING_YEAR, SPAN -> point.period().label(words.locale());
        };
    }
}
