package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.DataLabels;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.HorizontalAlign;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.Series;
import com.vaadin.flow.component.charts.model.YAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/**
 * One indicator by year in a few areas, a line each with its name at the end; the lines also differ by their dashes. The scale
 * starts at zero. For rates only: counts of areas of different size cannot be compared by eye.
 */
public final class RegionChart extends FigureChart<List<RegionChart.Line>> {

    private static final int ROOM_FOR_NAMES = 112;
    private static final int TICKS = 5;

    /**
     * One area.
     *
     * @param points the same consecutive years in every line
     */
    public record Line(String name, List<IndicatorPoint> points) {

        public Line {
            points = List.copyOf(points);
        }
    }

    public RegionChart(FigureWords words) {
        super(words, ChartType.LINE);
        addClassName("region-chart");
        getConfiguration().getChart().setMarginRight(ROOM_FOR_NAMES);
        YAxis scale = getConfiguration().getyAxis();
        scale.setMin(0);
        scale.setTickAmount(TICKS);
        scale.setTitle("");
        getConfiguration().getTooltip().setShared(true);
        getConfiguration().getTooltip().setValueDecimals(1);
        PlotOptionsLine lines = new PlotOptionsLine();
        lines.setAnimation(false);
        lines.setConnectNulls(false);
        Marker marker = new Marker(true);
        marker.setRadius(3);
        lines.setMarker(marker);
        getConfiguration().setPlotOptions(lines);
    }

    @Override
    void arrange(List<Line> lines) {
        if (!lines.isEmpty()) {
            getConfiguration()
                    .getxAxis()
                    .setCategories(lines.getFirst().points().stream()
                            .map(point -> point.period().label())
                            .toArray(String[]::new));
        }
        List<Series> series = new ArrayList<>();
        lines.forEach(line -> series.add(series(line)));
        getConfiguration().setSeries(series);
    }

    @Override
    List<Course> courses(List<Line> lines) {
        return lines.stream()
                .map(line -> new Course(line.name(), line.points()))
                .toList();
    }

    private static DataSeries series(Line line) {
        DataSeries series = new DataSeries(line.name());
        int last = -1;
        for (int i = 0; i < line.points().size(); i++) {
            DataSeriesItem item = new DataSeriesItem();
            item.setX(i);
            OptionalDouble value = FigureWords.number(line.points().get(i).value());
            if (value.isPresent()) {
                item.setY(value.getAsDouble());
                last = i;
            }
            series.add(item);
        }
        if (last >= 0) {
            series.get(last).setDataLabels(nameAtTheEnd());
        }
        return series;
    }

    private static DataLabels nameAtTheEnd() {
        DataLabels label = new DataLabels(true);
        label.setFormat("{series.name}");
        label.setAlign(HorizontalAlign.LEFT);
        label.setX(8);
        label.setY(5);
        label.setCrop(false);
        label.setOverflow("allow");
        return label;
    }
}
