package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.areas.Population;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.Period;

/** The newest figure for each 10,000 inhabitants, beside the municipality, the region and the country. */
final class RateSection extends Section {

    /** All offences together: what the open data have of the region and the country. */
    private static final IndicatorId EVERYWHERE = new IndicatorId("misdrijven-per-10000");

    private final transient FigureWords words;
    private final transient OutcomeWords outcomes;
    private final transient Population population;
    private final RowTable table;
    private final Paragraph sources = new Paragraph();
    private final Paragraph elsewhere = new Paragraph();

    RateSection(Indicator indicator, Population population, FigureWords words) {
        this.population = population;
        this.words = words;
        this.outcomes = new OutcomeWords(words);
        addClassName("rates");
        getElement().setAttribute("aria-labelledby", "kop-inwoners");
        H2 title = new H2(words.text("indicator.rate"));
        title.setId("kop-inwoners");
        table = new RowTable(
                words.text("indicator.rate.caption"),
                List.of(
                        RowTable.Column.text(words.text("crime.area")),
                        RowTable.Column.figure(words.text("chart.count")),
                        RowTable.Column.figure(words.text("rate.inhabitants")),
                        RowTable.Column.figure(words.text("rate.rate")),
                        RowTable.Column.text(words.text("rate.interval"))));
        sources.addClassName("remarks");
        elsewhere.addClassName("remarks");
        add(title, table.inBox(words.text("table.box", words.text("indicator.rate"))), sources, elsewhere);
        setVisible(indicator.perInhabitants());
    }

    /**
     * Shows one period.
     *
     * @param larger areas to compare with, also those for which the indicator is not defined
     * @param points what is known there
     */
    void show(Period period, Area area, IndicatorPoint own, List<Area> larger, Map<Area, List<IndicatorPoint>> points) {
        Map<Area, Optional<IndicatorPoint>> all = new LinkedHashMap<>();
        all.put(area, Optional.of(own));
        larger.forEach(one -> all.put(
                one,
                points.getOrDefault(one, List.of()).stream()
                        .filter(point -> point.period().equals(period))
                        .findFirst()));
        table.setCaptionText(words.text("indicator.rate.caption.period", period.label(words.locale())));
        List<RowTable.Row> rows = new ArrayList<>();
        all.forEach((where, point) -> rows.add(row(where, period, point)));
        table.show(rows);
        sources.setText(all.keySet().stream()
                .flatMap(where -> inhabitants(where, period).stream())
                .map(count -> words.text("rate.source", words.format().day(count.on()), count.source()))
                .distinct()
                .collect(Collectors.joining(" ")));
        elsewhere.removeAll();
        List<String> without = all.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(one -> one.getKey().name())
                .toList();
        elsewhere.setVisible(!without.isEmpty());
        if (!without.isEmpty()) {
            RouterLink link = new RouterLink(
                    words.text("rate.everywhere"),
                    IndicatorView.class,
                    new RouteParameters(IndicatorChoice.ID, EVERYWHERE.value()));
            link.setQueryParameters(
                    QueryParameters.of(IndicatorChoice.AREA, area.code().value()));
            elsewhere.add(words.text("rate.without", String.join(", ", without)) + " ");
            elsewhere.add(link);
        }
    }

    private RowTable.Row row(Area where, Period period, Optional<IndicatorPoint> found) {
        IndicatorPoint point = found.orElseGet(() -> IndicatorPoint.of(period, new IndicatorValue.NotApplicable()));
        Optional<Inhabitants> inhabitants = inhabitants(where, period);
        InhabitantRate rate = inhabitants
                .map(count -> InhabitantRate.of(point, count))
                .orElseGet(() -> InhabitantRate.of(point, IndicatorPoint.of(period, new IndicatorValue.Unknown())));
        String range = rate.interval()
                .map(interval -> words.text(
                        "indicator.range",
                        words.format()
                                .inColumn(BigDecimal.valueOf(interval.interval().lower())),
                        words.format()
                                .inColumn(BigDecimal.valueOf(interval.interval().upper()))))
                .orElseGet(() -> rate.outcome() instanceof Outcome.None none
                        ? none.reason().sentence().in(words.locale())
                        : "");
        return RowTable.Row.of(
                where.name(),
                List.of(
                        RowTable.Cell.figure(words.value(point.value()), PointMark.of(point)),
                        RowTable.Cell.text(inhabitants
                                .map(count -> words.format().count(count.count()))
                                .orElseGet(() -> words.text("figure.unknown"))),
                        RowTable.Cell.figure(outcomes.amount(rate.outcome()), Set.of())
                                .named("per-10000-" + where.code()),
                        RowTable.Cell.text(range)));
    }

    private Optional<Inhabitants> inhabitants(Area where, Period period) {
        return population.atEndOf(where.code(), period.lastMonth());
    }
}
