package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.ComparisonTable;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/** Counts of this year so far beside those of last year, with what chance does not explain in words. */
final class ComparisonPanel extends ThemePanel {

    private final transient List<Indicator> indicators;
    private final transient Optional<Inhabitants> inhabitants;
    private final ComparisonTable table;
    private final UnorderedList unusual = new UnorderedList();

    ComparisonPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.indicators = List.copyOf(indicators);
        ThemePeriods periods = scene.periods();
        this.inhabitants = indicators.stream().anyMatch(Indicator::perInhabitants)
                ? scene.population()
                        .atEndOf(scene.area().code(), periods.lastYear().lastMonth())
                : Optional.empty();
        Map<Indicator, Component> headings = new LinkedHashMap<>();
        indicators.forEach(indicator -> headings.put(indicator, scene.link(indicator)));
        this.table = new ComparisonTable(
                words(),
                words().text("comparison.caption", scene.area().name()),
                section.id() + "-",
                new ComparisonTable.Columns(
                        periods.now(), periods.rolling(), inhabitants.map(known -> periods.lastYear())),
                headings);
        unusual.addClassName("unusual-list");
        unusual.getElement().setAttribute("data-testid", section.id() + "-opvallend");
        compose(scrollable(table), population(section), unusual);
    }

    /** By whom the rates are counted: the number need not be of the year itself. */
    private Paragraph population(ThemeSection section) {
        Paragraph population = new Paragraph(inhabitants
                .map(people -> words().text("comparison.inhabitants", words().inhabitants(people)))
                .orElse(""));
        population.addClassName("remarks");
        population.getElement().setAttribute("data-testid", section.id() + "-inwoners");
        population.setVisible(inhabitants.isPresent());
        return population;
    }

    @Override
    Stream<SeriesRequest> requests() {
        return indicators.stream()
                .map(scene()::about)
                .flatMap(question ->
                        Stream.concat(Stream.of(question.years(), question.yearsToDate()), question.rolling()));
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Map<Indicator, ComparisonTable.Content> rows = new LinkedHashMap<>();
        indicators.forEach(indicator -> rows.put(indicator, content(indicator, figures)));
        unusual.removeAll();
        rows.forEach((indicator, content) -> {
            Verdict verdict = content.judgement().verdict();
            if (verdict == Verdict.UNUSUALLY_HIGH || verdict == Verdict.UNUSUALLY_LOW) {
                unusual.add(new ListItem(words().text(
                                "comparison.unusual",
                                scene().name(indicator),
                                content.judgement().sentence(words().locale()))));
            }
        });
        unusual.setVisible(unusual.getComponentCount() > 0);
        return table.show(rows, isNews);
    }

    private ComparisonTable.Content content(Indicator indicator, Figures figures) {
        ThemePeriods periods = scene().periods();
        IndicatorPoint now = point(indicator, figures, periods.now());
        IndicatorPoint lastYear = point(indicator, figures, periods.now().sameLastYear());
        return new ComparisonTable.Content(
                now,
                lastYear,
                new PeriodComparator(indicator).change(lastYear, now).judgement(),
                point(indicator, figures, periods.rolling()),
                point(indicator, figures, periods.rolling().previous()),
                inhabitants
                        .filter(people -> indicator.perInhabitants())
                        .map(people -> InhabitantRate.of(point(indicator, figures, periods.lastYear()), people)));
    }

    private IndicatorPoint point(Indicator indicator, Figures figures, Period period) {
        return figures.point(indicator, scene().area(), period);
    }
}
