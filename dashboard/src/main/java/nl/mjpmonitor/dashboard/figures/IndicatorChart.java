package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.DataLabels;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Label;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.MarkerSymbolEnum;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotLine;
import com.vaadin.flow.component.charts.model.PlotOptionsArearange;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.Series;
import com.vaadin.flow.component.charts.model.StepType;
import com.vaadin.flow.component.charts.model.VerticalAlign;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.ZoneAxis;
import com.vaadin.flow.component.charts.model.Zones;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Limits;

/**
 * One indicator through time, with all that a reader must see beside the line: the range that is normal, breaks in the definition
 * over which nothing is joined, years that do not count, what is provisional or unknown, what is unusual, what happened and what was
 * written. The scale is given, so that a choice of periods does not change it.
 */
public final class IndicatorChart extends FigureChart<IndicatorChart.Content> {

    private static final int RADIUS = 2;
    private static final int SIGNAL_RADIUS = 5;
    private static final int LABEL_ABOVE = 12;

    /**
     * What is drawn.
     *
     * @param points in order; each stands at the start of its period, a rolling year at that of its last month
     * @param breaks months before which the definition changed
     * @param events what happened, with the number that it has in the list below the chart
     * @param from first month of the chart
     * @param to last month of the chart
     * @param scale of the figures
     */
    public record Content(
            List<Point> points,
            List<YearMonth> breaks,
            List<Event> events,
            YearMonth from,
            YearMonth to,
            AxisScale scale) {

        public Content {
            points = List.copyOf(points);
            breaks = List.copyOf(breaks);
            events = List.copyOf(events);
        }
    }

    /**
     * One period.
     *
     * @param stretch number of the definition it falls under; points of different stretches are never joined
     * @param limits the range that is normal, in the unit of the figure; empty where there is none
     * @param isUnusual whether it is marked as unusual
     * @param letter of the text that was written about it, in the list below the chart; empty for none
     */
    public record Point(
            Period period,
            IndicatorValue value,
            int stretch,
            Optional<Limits> limits,
            boolean isUnusual,
            String letter) {}

    /** Something that happened, as a line with a number. */
    public record Event(YearMonth month, int number) {}

    private final Set<Integer> exceptionalYears;
    private final String name;

    /**
     * An empty chart.
     *
     * @param name name of the indicator
     * @param exceptionalYears years to mark, such as the corona years
     */
    public IndicatorChart(FigureWords words, String name, Set<Integer> exceptionalYears) {
        super(words, ChartType.LINE);
        this.name = name;
        this.exceptionalYears = new TreeSet<>(exceptionalYears);
        addClassName("indicator-chart");
        setOutByMonth();
        getConfiguration().getxAxis().setMinPadding(0);
        getConfiguration().getxAxis().setMaxPadding(0);
        getConfiguration().getyAxis().setTitle("");
        getConfiguration().getTooltip().setXDateFormat("%B %Y");
    }

    @Override
    void arrange(Content content) {
        XAxis time = getConfiguration().getxAxis();
        time.setMin(at(content.from()));
        time.setMax(at(content.to().plusMonths(1)));
        time.setPlotBands(bands(content));
        time.setPlotLines(lines(content));
        setScale(content.scale());
        List<Series> series = new ArrayList<>();
        stretches(content).forEach(stretch -> {
            if (stretch.stream().anyMatch(point -> point.limits().isPresent())) {
                series.add(range(stretch));
                series.add(centre(stretch));
            }
            series.add(figures(stretch));
        });
        getConfiguration().setSeries(series);
    }

    @Override
    List<Course> courses(Content content) {
        return List.of(new Course(
                name,
                content.points().stream()
                        .map(point -> IndicatorPoint.of(point.period(), point.value()))
                        .toList()));
    }

    private static List<List<Point>> stretches(Content content) {
        List<List<Point>> stretches = new ArrayList<>();
        int current = -1;
        for (Point point : content.points()) {
            if (stretches.isEmpty() || point.stretch() != current) {
                stretches.add(new ArrayList<>());
                current = point.stretch();
            }
            stretches.getLast().add(point);
        }
        return stretches;
    }

    private DataSeries range(List<Point> stretch) {
        DataSeries range = new DataSeries(words().text("chart.normal"));
        stretch.forEach(point -> {
            DataSeriesItem item = new DataSeriesItem();
            item.setX(at(month(point.period())));
            point.limits().ifPresent(limits -> {
                item.setLow(limits.lower());
                item.setHigh(limits.upper());
            });
            range.add(item);
        });
        PlotOptionsArearange options = new PlotOptionsArearange();
        options.setClassName("normal-range");
        options.setColorIndex(0);
        options.setEnableMouseTracking(false);
        options.setAnimation(false);
        options.setConnectNulls(false);
        range.setPlotOptions(options);
        return range;
    }

    private DataSeries centre(List<Point> stretch) {
        DataSeries centre = new DataSeries(words().text("chart.centre"));
        stretch.forEach(point -> {
            DataSeriesItem item = new DataSeriesItem();
            item.setX(at(month(point.period())));
            point.limits().ifPresent(limits -> item.setY(limits.centre()));
            centre.add(item);
        });
        PlotOptionsLine options = new PlotOptionsLine();
        options.setClassName("centre-line");
        options.setColorIndex(0);
        options.setEnableMouseTracking(false);
        options.setAnimation(false);
        options.setConnectNulls(false);
        options.setStep(StepType.CENTER);
        options.setMarker(new Marker(false));
        centre.setPlotOptions(options);
        return centre;
    }

    private DataSeries figures(List<Point> stretch) {
        DataSeries figures = new DataSeries(name);
        stretch.forEach(point -> figures.add(item(point)));
        PlotOptionsLine options = new PlotOptionsLine();
        options.setClassName("figure-line");
        options.setColorIndex(0);
        options.setAnimation(false);
        options.setConnectNulls(false);
        Marker marker = new Marker(true);
        marker.setRadius(RADIUS);
        options.setMarker(marker);
        firstProvisional(stretch).ifPresent(month -> {
            Zones certain = new Zones();
            certain.setValue(at(month));
            Zones provisional = new Zones();
            provisional.setClassName("provisional-line");
            options.setZoneAxis(ZoneAxis.X);
            options.setZones(certain, provisional);
        });
        figures.setPlotOptions(options);
        return figures;
    }

    /** Where the line starts to be provisional and stays so. */
    private static Optional<YearMonth> firstProvisional(List<Point> stretch) {
        Optional<YearMonth> first = Optional.empty();
        for (Point point : stretch) {
            if (isProvisional(point.value())) {
                first = first.or(() -> Optional.of(month(point.period())));
            } else if (number(point.value()).isPresent()) {
                first = Optional.empty();
            }
        }
        return first;
    }

    private static DataSeriesItem item(Point point) {
        DataSeriesItem item = new DataSeriesItem();
        item.setX(at(month(point.period())));
        number(point.value()).ifPresent(number -> {
            item.setY(number);
            if (point.isUnusual()) {
                Marker marker = new Marker(true);
                marker.setSymbol(MarkerSymbolEnum.DIAMOND);
                marker.setRadius(SIGNAL_RADIUS);
                item.setMarker(marker);
            }
            if (!point.letter().isEmpty()) {
                DataLabels label = new DataLabels(true);
                label.setFormat(point.letter());
                label.setY(-LABEL_ABOVE);
                label.setAllowOverlap(true);
                label.setCrop(false);
                item.setDataLabels(label);
            }
            String className = className(point);
            if (!className.isEmpty()) {
                item.setClassName(className);
            }
        });
        return item;
    }

    private static String className(Point point) {
        String unusual = point.isUnusual() ? "unusual" : "";
        return isProvisional(point.value()) ? ("provisional " + unusual).strip() : unusual;
    }

    private static Optional<Number> number(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted counted -> Optional.of(counted.count());
            case IndicatorValue.Measured measured -> Optional.of(measured.value());
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                Optional.empty();
        };
    }

    private static boolean isProvisional(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(var _, ValueStatus status) -> status == ValueStatus.VOORLOPIG;
            case IndicatorValue.Measured(var _, ValueStatus status) -> status == ValueStatus.VOORLOPIG;
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> false;
        };
    }

    /** One band for each run of years in a row that is on the chart. */
    private PlotBand[] bands(Content content) {
        List<PlotBand> bands = new ArrayList<>();
        int last = Integer.MIN_VALUE;
        for (int year : exceptionalYears) {
            boolean isOnChart =
                    year >= content.from().getYear() && year <= content.to().getYear();
            if (isOnChart && year == last + 1) {
                bands.getLast().setTo(at(YearMonth.of(year + 1, 1)));
            } else if (isOnChart) {
                PlotBand band = new PlotBand();
                band.setFrom(at(YearMonth.of(year, 1)));
                band.setTo(at(YearMonth.of(year + 1, 1)));
                band.setClassName("exceptional");
                band.setLabel(exceptionalLabel());
                bands.add(band);
            }
            last = isOnChart ? year : last;
        }
        return bands.toArray(PlotBand[]::new);
    }

    private PlotLine[] lines(Content content) {
        List<PlotLine> lines = new ArrayList<>();
        content.breaks().forEach(month -> {
            Label label = new Label(words().text("chart.break"));
            label.setRotation(0);
            label.setVerticalAlign(VerticalAlign.BOTTOM);
            label.setY(-LABEL_ABOVE / 2);
            lines.add(line(month, "definition-break", label));
        });
        content.events().forEach(event -> {
            Label label = new Label(Integer.toString(event.number()));
            label.setRotation(0);
            label.setVerticalAlign(VerticalAlign.TOP);
            label.setY(LABEL_ABOVE);
            lines.add(line(event.month(), "event", label));
        });
        return lines.toArray(PlotLine[]::new);
    }

    private static PlotLine line(YearMonth month, String className, Label label) {
        PlotLine line = new PlotLine();
        line.setValue(at(month));
        line.setClassName(className);
        line.setLabel(label);
        return line;
    }

    private static YearMonth month(Period period) {
        return switch (period.grain()) {
            case ROLLING_YEAR, YEAR_TO_DATE -> period.lastMonth();
            case YEAR, QUARTER, MONTH, SPAN -> period.firstMonth();
        };
    }

    private static long at(YearMonth month) {
        return Instant.from(month.atDay(1).atStartOfDay(ZoneOffset.UTC)).toEpochMilli();
    }
}
