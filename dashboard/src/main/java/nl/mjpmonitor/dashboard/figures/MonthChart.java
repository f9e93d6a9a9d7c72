package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotOptionsColumn;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.YAxis;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;

/** One indicator by month, as a line that leaves a gap where the figure is unknown. The scale starts at zero. */
public final class MonthChart extends FigureChart<List<IndicatorPoint>> {

    private static final int TICKS = 5;
    private static final int TIMELINE_MARGIN = 48;

    private final Set<Integer> exceptionalYears;
    private boolean isOnTimeline;

    /** @param exceptionalYears years to mark, such as the corona years */
    public MonthChart(FigureWords words, Set<Integer> exceptionalYears) {
        this(words, exceptionalYears, ChartType.LINE);
    }

    private MonthChart(FigureWords words, Set<Integer> exceptionalYears, ChartType type) {
        super(words, type);
        this.exceptionalYears = Set.copyOf(exceptionalYears);
        addClassName("month-chart");
        setOutByMonth();
        YAxis scale = getConfiguration().getyAxis();
        scale.setMin(0);
        scale.setAllowDecimals(false);
        scale.setTickAmount(TICKS);
        scale.setTitle("");
        getConfiguration().getTooltip().setXDateFormat("%B %Y");
        PlotOptionsLine lines = new PlotOptionsLine();
        lines.setAnimation(false);
        lines.setConnectNulls(false);
        Marker marker = new Marker(true);
        marker.setRadius(2);
        lines.setMarker(marker);
        PlotOptionsColumn columns = new PlotOptionsColumn();
        columns.setAnimation(false);
        getConfiguration().setPlotOptions(lines, columns);
    }

    /** A chart that stands above or below others of the same months, so that a month is in the same place in all of them. */
    public static MonthChart onTimeline(FigureWords words, Set<Integer> exceptionalYears, boolean isOfEvents) {
        MonthChart chart = new MonthChart(words, exceptionalYears, isOfEvents ? ChartType.COLUMN : ChartType.LINE);
        chart.isOnTimeline = true;
        chart.getConfiguration().getChart().setMarginLeft(TIMELINE_MARGIN);
        return chart;
    }

    @Override
    void arrange(List<IndicatorPoint> points) {
        XAxis months = getConfiguration().getxAxis();
        months.setPlotBands(bands(points));
        if (isOnTimeline && !points.isEmpty()) {
            months.setMin(start(points.getFirst().period().firstMonth().minusMonths(1)));
            months.setMax(start(points.getLast().period().firstMonth().plusMonths(1)));
        }
        DataSeries series = new DataSeries(words().text("chart.count"));
        points.forEach(point -> series.add(item(point)));
        getConfiguration().setSeries(series);
    }

    @Override
    List<Course> courses(List<IndicatorPoint> points) {
        return one(points);
    }

    private static DataSeriesItem item(IndicatorPoint point) {
        DataSeriesItem item = new DataSeriesItem();
        item.setX(start(point.period().firstMonth()).toEpochMilli());
        if (point.value() instanceof IndicatorValue.Counted(long count, ValueStatus status)) {
            item.setY(count);
            if (status == ValueStatus.VOORLOPIG) {
                item.setClassName("provisional");
            }
        }
        return item;
    }

    private PlotBand[] bands(List<IndicatorPoint> points) {
        List<YearMonth> exceptional = points.stream()
                .map(point -> point.period().firstMonth())
                .filter(month -> exceptionalYears.contains(month.getYear()))
                .toList();
        if (exceptional.isEmpty()) {
            return new PlotBand[0];
        }
        PlotBand band = new PlotBand();
        band.setFrom(start(exceptional.getFirst()).toEpochMilli());
        band.setTo(start(exceptional.getLast().plusMonths(1)).toEpochMilli());
        band.setClassName("exceptional");
        band.setLabel(exceptionalLabel());
        return new PlotBand[] {band};
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
