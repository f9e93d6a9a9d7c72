package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.PeriodTable;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.TrendCard;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/** A small chart by year for each indicator, on one scale where they are compared, with the same figures as a table. */
final class TrendsPanel extends ThemePanel {

    private final transient Map<Indicator, TrendCard> cards = new LinkedHashMap<>();
    private final ThemeSection.Scale scale;
    private transient Map<IndicatorId, List<IndicatorPoint>> shown = Map.of();
    private transient Optional<PeriodTable> table = Optional.empty();

    TrendsPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.scale = section.scale();
        UnorderedList list = new UnorderedList();
        list.addClassName("trends");
        indicators.forEach(indicator -> {
            TrendCard card =
                    new TrendCard(indicator, scene.link(indicator), section.id() + "-trend-" + indicator.id(), words());
            cards.put(indicator, card);
            list.add(card);
        });
        Paragraph aboutScale = new Paragraph(
                words().text(scale == ThemeSection.Scale.SHARED ? "trends.shared" : "crime.trends.scale"));
        aboutScale.addClassNames("secondary", "scale-text");
        aboutScale.setVisible(indicators.size() > 1);
        compose(aboutScale, list, new Folded(words().text("panel.show-table"), () -> scrollable(table(section.id()))));
    }

    private PeriodTable table(String id) {
        Map<Indicator, Component> headings = new LinkedHashMap<>();
        cards.keySet().forEach(indicator -> headings.put(indicator, scene().link(indicator)));
        PeriodTable made = new PeriodTable(
                words(),
                words().text("themes.caption", title()),
                id + "-",
                scene().periods().years(),
                headings);
        made.show(shown, false);
        table = Optional.of(made);
        return made;
    }

    @Override
    Stream<SeriesRequest> requests() {
        return cards.keySet().stream().map(indicator -> scene().about(indicator).years());
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Map<IndicatorId, List<IndicatorPoint>> rows = new LinkedHashMap<>();
        cards.keySet()
                .forEach(indicator -> rows.put(
                        indicator.id(),
                        figures.points(
                                indicator, scene().area(), scene().periods().years())));
        double highest = rows.values().stream()
                .flatMap(List::stream)
                .flatMapToDouble(point -> FigureWords.number(point.value()).stream())
                .max()
                .orElse(1);
        cards.forEach((indicator, card) -> {
            if (scale == ThemeSection.Scale.SHARED) {
                card.scaleTo(highest);
            }
            card.show(rows.getOrDefault(indicator.id(), List.of()));
        });
        shown = rows;
        table.ifPresent(made -> made.show(rows, isNews));
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(point -> PointMark.of(point).stream())
                .collect(Collectors.toSet());
    }
}
