package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.DataLabels;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Label;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotOptionsColumn;
import com.vaadin.flow.component.charts.model.TextAlign;
import com.vaadin.flow.component.charts.model.VerticalAlign;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.YAxis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;

/** One indicator by year, a column a year with its number on top. The scale starts at zero and is the chart's own. */
public final class YearChart extends FigureChart<List<IndicatorPoint>> {

    private static final double HALF = 0.5;

    /** Room for the number on the highest column, as a part of its height. */
    private static final double HEADROOM = 0.35;

    private final Set<Integer> exceptionalYears;
    private final DataLabels labels = new DataLabels(true);
    private OptionalDouble highest = OptionalDouble.empty();

    /** @param exceptionalYears years to mark, such as the corona years */
    public YearChart(FigureWords words, Set<Integer> exceptionalYears) {
        super(words, ChartType.COLUMN);
        this.exceptionalYears = Set.copyOf(exceptionalYears);
        addClassName("year-chart");
        YAxis scale = getConfiguration().getyAxis();
        scale.setMin(0);
        scale.setMaxPadding(HEADROOM);
        scale.setEndOnTick(false);
        scale.setSoftMax(1);
        scale.getLabels().setEnabled(false);
        scale.setGridLineWidth(0);
        scale.setTitle("");
        getConfiguration().getTooltip().setEnabled(false);
        PlotOptionsColumn columns = new PlotOptionsColumn();
        columns.setAnimation(false);
        columns.setEnableMouseTracking(false);
        labels.setCrop(false);
        labels.setOverflow("allow");
        labels.setAllowOverlap(true);
        columns.setDataLabels(labels);
        getConfiguration().setPlotOptions(columns);
    }

    /** Gives the chart a scale on which this number fits, to share with the charts beside it. */
    public void scaleTo(double number) {
        OptionalDouble next = OptionalDouble.of(number);
        if (!next.equals(highest)) {
            highest = next;
            getConfiguration().getyAxis().setMax(Math.max(1, number) * (1 + HEADROOM));
            redraw();
        }
    }

    @Override
    void arrange(List<IndicatorPoint> points) {
        boolean isMeasured = points.stream().anyMatch(point -> point.value() instanceof IndicatorValue.Measured);
        labels.setFormat(isMeasured ? "{y:,.1f}" : "{y:,.0f}");
        XAxis years = getConfiguration().getxAxis();
        years.setCategories(points.stream().map(point -> point.period().label()).toArray(String[]::new));
        years.setPlotBands(bands(points));
        DataSeries series = new DataSeries(words().text("chart.count"));
        for (int i = 0; i < points.size(); i++) {
            series.add(item(i, points.get(i).value()));
        }
        getConfiguration().setSeries(series);
    }

    private static DataSeriesItem item(int index, IndicatorValue value) {
        DataSeriesItem item = new DataSeriesItem();
        item.setX(index);
        switch (value) {
            case IndicatorValue.Counted(long count, ValueStatus status) -> draw(item, count, status);
            case IndicatorValue.Measured(BigDecimal measured, ValueStatus status) -> draw(item, measured, status);
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> {
                // a gap; the band behind it says what it is
            }
        }
        return item;
    }

    private static void draw(DataSeriesItem item, Number height, ValueStatus status) {
        item.setY(height);
        if (status == ValueStatus.VOORLOPIG) {
            item.setClassName("provisional");
        }
    }

    private PlotBand[] bands(List<IndicatorPoint> points) {
        List<PlotBand> bands = new ArrayList<>();
        List<Integer> exceptional = IntStream.range(0, points.size())
                .filter(i -> exceptionalYears.contains(points.get(i).period().year()))
                .boxed()
                .toList();
        if (!exceptional.isEmpty()) {
            PlotBand band = new PlotBand();
            band.setFrom(exceptional.getFirst() - HALF);
            band.setTo(exceptional.getLast() + HALF);
            band.setClassName("exceptional");
            band.setLabel(exceptionalLabel());
            bands.add(band);
        }
        for (int i = 0; i < points.size(); i++) {
            if (FigureWords.number(points.get(i).value()).isEmpty()) {
                PlotBand band = new PlotBand();
                band.setFrom(i - HALF);
                band.setTo(i + HALF);
                band.setClassName("missing");
                Label label = new Label(words().value(points.get(i).value()).text());
                label.setRotation(-90);
                label.setVerticalAlign(VerticalAlign.BOTTOM);
                label.setTextAlign(TextAlign.LEFT);
                label.setY(-6);
                label.setX(4);
                band.setLabel(label);
                bands.add(band);
            }
        }
        return bands.toArray(PlotBand[]::new);
    }
}
