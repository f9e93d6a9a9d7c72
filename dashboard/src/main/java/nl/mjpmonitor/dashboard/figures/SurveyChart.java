package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.DataLabels;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Labels;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotOptionsErrorbar;
import com.vaadin.flow.component.charts.model.PlotOptionsScatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/**
 * Results of surveys as points, each with its margin as a line where it was published. Points are not joined: nothing was measured
 * between two surveys.
 */
public final class SurveyChart extends FigureChart<List<IndicatorPoint>> {

    private static final int RADIUS = 5;
    private static final int LABEL_WIDTH = 40;

    /** So many years have room for their names on a narrow screen. */
    private static final int MOST_NAMES = 8;

    private final boolean startsAtZero;

    /** @param startsAtZero whether the scale does; a mark out of ten has no natural zero */
    public SurveyChart(FigureWords words, boolean startsAtZero) {
        super(words, ChartType.SCATTER);
        addClassName("survey-chart");
        // the figure of the last point stands beside it
        getConfiguration().getChart().setMarginRight(LABEL_WIDTH);
        // rather a name left out than names aslant
        Labels years = new Labels();
        years.setRotation(0);
        getConfiguration().getxAxis().setLabels(years);
        this.startsAtZero = startsAtZero;
        getConfiguration().getyAxis().setTitle("");
        getConfiguration().getTooltip().setEnabled(false);
        PlotOptionsScatter points = new PlotOptionsScatter();
        points.setAnimation(false);
        Marker marker = new Marker(true);
        marker.setRadius(RADIUS);
        points.setMarker(marker);
        DataLabels labels = new DataLabels(true);
        labels.setFormat("{y:,.1f}");
        labels.setX(RADIUS * 5);
        labels.setY(RADIUS);
        labels.setCrop(false);
        labels.setOverflow("allow");
        points.setDataLabels(labels);
        PlotOptionsErrorbar margins = new PlotOptionsErrorbar();
        getConfiguration().setPlotOptions(points, margins);
    }

    /** Draws the results; each year of the request has its place, also without a survey. */
    @Override
    void arrange(List<IndicatorPoint> points) {
        getConfiguration().getxAxis().setCategories(names(points));
        DataSeries results = new DataSeries(words().text("survey.result"));
        DataSeries margins = new DataSeries(words().text("survey.margin"));
        List<Double> drawn = new ArrayList<>();
        PlotOptionsErrorbar bars = new PlotOptionsErrorbar();
        margins.setPlotOptions(bars);
        for (int i = 0; i < points.size(); i++) {
            IndicatorPoint point = points.get(i);
            OptionalDouble value = FigureWords.number(point.value());
            if (value.isPresent()) {
                int place = i;
                results.add(new DataSeriesItem(place, value.getAsDouble()));
                drawn.add(value.getAsDouble());
                point.marks().margin().ifPresent(margin -> {
                    margins.add(new DataSeriesItem(place, margin.lower(), margin.upper()));
                    drawn.add(margin.lower().doubleValue());
                    drawn.add(margin.upper().doubleValue());
                });
            }
        }
        setScale(scale(drawn));
        getConfiguration().setSeries(results, margins);
        getConfiguration().getxAxis().setMin(0);
        getConfiguration().getxAxis().setMax(Math.max(0, points.size() - 1));
    }

    /** Of every so many years the name, counted back from the last one, which is the one that is looked for. */
    private static String[] names(List<IndicatorPoint> points) {
        int last = points.size() - 1;
        int every = last / MOST_NAMES + 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(place ->
                        (last - place) % every == 0 ? points.get(place).period().label() : "")
                .toArray(String[]::new);
    }

    private AxisScale scale(List<Double> drawn) {
        List<Double> all = new ArrayList<>(drawn);
        if (!startsAtZero && !drawn.isEmpty()) {
            // between whole marks, and not on the line below, where it would look like zero
            all.add(Math.ceil(Collections.min(drawn)) - 1);
            all.add(Math.floor(Collections.max(drawn)) + 1);
        }
        return AxisScale.of(all, startsAtZero, false);
    }

    @Override
    List<Course> courses(List<IndicatorPoint> points) {
        return List.of(new Course(words().text("survey.result"), points));
    }
}
