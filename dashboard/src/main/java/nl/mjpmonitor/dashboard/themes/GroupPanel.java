package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.PeriodTable;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;

/** One group of a theme by year: everything there is, whether or not a section shows it too. */
final class GroupPanel extends ThemePanel {

    private final transient List<Indicator> indicators;
    private final PeriodTable table;

    GroupPanel(IndicatorGroup group, List<Indicator> indicators, Scene scene) {
        super(
                "groep-" + group.id(),
                scene.words().text("themes.group", group.name().in(scene.words().locale())),
                "",
                indicators,
                scene);
        this.indicators = List.copyOf(indicators);
        Map<Indicator, Component> headings = new LinkedHashMap<>();
        indicators.forEach(indicator -> headings.put(indicator, scene.link(indicator)));
        table = new PeriodTable(
                words(),
                words().text("themes.caption", group.name().in(words().locale())),
                scene.periods().ofTables(),
                headings);
        compose(scrollable(table));
    }

    @Override
    Stream<SeriesRequest> requests() {
        return indicators.stream()
                .filter(scene()::opensHere)
                .map(scene()::about)
                .flatMap(question -> Stream.of(question.years(), question.yearsToDate()));
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Map<IndicatorId, List<IndicatorPoint>> rows = indicators.stream()
                .collect(Collectors.toMap(
                        Indicator::id,
                        indicator -> figures.points(
                                indicator, scene().area(), scene().periods().ofTables())));
        return table.show(rows, isNews);
    }
}
