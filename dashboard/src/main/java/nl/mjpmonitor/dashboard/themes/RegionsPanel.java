package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RegionChart;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/** The municipality beside the region and the country, whichever area of the municipality was chosen. */
final class RegionsPanel extends ThemePanel {

    private final transient List<Indicator> indicators;
    private final transient List<Area> compared;
    private final transient Map<Indicator, RegionChart> charts = new LinkedHashMap<>();
    private final transient Map<Indicator, RowTable> tables = new LinkedHashMap<>();

    RegionsPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.indicators = List.copyOf(indicators);
        this.compared = scene.toCompare();
        Div all = new Div();
        indicators.forEach(indicator -> {
            List<RowTable.Column> columns = new ArrayList<>();
            columns.add(RowTable.Column.text(words().text("regions.area")));
            scene.periods().years().forEach(year -> columns.add(RowTable.Column.figure(year.label())));
            RowTable table = new RowTable(words().nameWithUnit(scene.name(indicator), indicator.unit()), columns);
            RegionChart chart = new RegionChart(words());
            charts.put(indicator, chart);
            tables.put(indicator, table);
            all.add(new H3(scene.link(indicator)), chart, scrollable(table, scene.name(indicator)));
        });
        compose(all);
    }

    @Override
    Stream<SeriesRequest> requests() {
        return indicators.stream()
                .flatMap(indicator -> compared.stream()
                        .filter(area -> scene().opens(indicator, area))
                        .map(area ->
                                Questions.of(indicator, area, scene().periods()).years()));
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        for (Indicator indicator : indicators) {
            List<RegionChart.Line> lines = compared.stream()
                    .map(area -> new RegionChart.Line(
                            area.name(),
                            figures.points(indicator, area, scene().periods().years())))
                    .toList();
            RegionChart chart = charts.get(indicator);
            RowTable table = tables.get(indicator);
            if (chart != null && table != null) {
                chart.setVisible(lines.stream()
                        .flatMap(line -> line.points().stream())
                        .anyMatch(point -> FigureWords.number(point.value()).isPresent()));
                chart.show(lines, words().text("regions.description", scene().name(indicator), saying(lines)));
                table.show(lines.stream()
                        .map(line -> RowTable.Row.of(line.name(), cells(indicator, line, marks)))
                        .toList());
            }
        }
        return marks;
    }

    private List<RowTable.Cell> cells(Indicator indicator, RegionChart.Line line, Set<PointMark> marks) {
        return line.points().stream()
                .map(point -> {
                    Set<PointMark> own = PointMark.of(point);
                    marks.addAll(own);
                    return RowTable.Cell.figure(words().value(point.value()), own)
                            .named("regio-" + indicator.id() + "-" + line.name() + "-"
                                    + point.period().label());
                })
                .toList();
    }

    /** 'In 2025: Maastricht 625,8; Zuid-Limburg 512; Nederland 448.' of the last year that is known of the first line. */
    private String saying(List<RegionChart.Line> lines) {
        List<IndicatorPoint> first = lines.getFirst().points();
        for (int i = first.size() - 1; i >= 0; i--) {
            if (FigureWords.number(first.get(i).value()).isPresent()) {
                int place = i;
                return first.get(i).period().label() + ": "
                        + String.join(
                                "; ",
                                lines.stream()
                                        .map(line -> line.name() + " "
                                                + words().value(line.points()
                                                                .get(place)
                                                                .value())
                                                        .text())
                                        .toList());
            }
        }
        return words().text("figure.unknown");
    }
}
