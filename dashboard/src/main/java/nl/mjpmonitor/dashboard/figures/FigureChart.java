package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AxisType;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Label;
import com.vaadin.flow.component.charts.model.Labels;
import com.vaadin.flow.component.charts.model.Title;
import com.vaadin.flow.component.charts.model.VerticalAlign;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.YAxis;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart of figures. It is a picture with a description in words; the same figures always stand in a table near by. Colours come
 * from the style sheet, so that it follows the display the reader chose.
 *
 * @param <C> what is drawn
 */
@JsModule("./chart-styles.js")
public abstract sealed class FigureChart<C> extends Chart
        permits IndicatorChart, MonthChart, RegionChart, SurveyChart, YearChart {

    /**
     * What a chart shows, apart from how it is drawn.
     *
     * @param description what the figures say, for who does not see the chart
     * @param isOfBars whether each figure is a bar, and not a point of a line
     * @param courses at least one, all over the same periods
     */
    public record Picture(String description, boolean isOfBars, List<Course> courses) {

        public Picture {
            courses = List.copyOf(courses);
        }
    }

    /** The figures of one line of a chart. */
    public record Course(String name, List<IndicatorPoint> points) {

        public Course {
            points = List.copyOf(points);
        }
    }

    private static final int MARGIN_TOP = 24;
    private static final int ABOVE_PLOT = -7;

    /** The words are ours, in the invisible title that names the picture; the library's own would be English. */
    private static final ObjectNode WITHOUT_WORDS = withoutWords();

    private final transient FigureWords words;
    private final Title description = new Title("");
    private transient Optional<C> shown = Optional.empty();
    private boolean isSent;

    FigureChart(FigureWords words, ChartType type) {
        super(type);
        this.words = words;
        getConfiguration().getChart().setStyledMode(true);
        getConfiguration().getChart().setAnimation(false);
        getConfiguration().getChart().setMarginTop(MARGIN_TOP);
        getConfiguration().getChart().setSpacingBottom(0);
        getConfiguration().getLegend().setEnabled(false);
        getConfiguration().setExporting(false);
        getConfiguration().setTitle(description);
        description.setFloating(true);
        description.setUseHTML(true);
        getElement().setPropertyJson("additionalOptions", WITHOUT_WORDS);
    }

    final void setScale(AxisScale scale) {
        YAxis axis = getConfiguration().getyAxis();
        axis.setMin(scale.from());
        axis.setMax(scale.to());
        axis.setTickInterval(scale.step());
    }

    private static ObjectNode withoutWords() {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.putObject("accessibility").put("enabled", false);
        return options;
    }

    /** Sets the figures out by month, and writes those as the language does; by itself the library starts them with a capital. */
    final void setOutByMonth() {
        XAxis months = getConfiguration().getxAxis();
        months.setType(AxisType.DATETIME);
        Labels labels = new Labels();
        labels.setFormatter(
                "function () { return this.axis.chart.time.dateFormat(this.dateTimeLabelFormat, this.value); }");
        months.setLabels(labels);
    }

    final FigureWords words() {
        return words;
    }

    /** Stands above the plot, where no figure can run into it. */
    final Label exceptionalLabel() {
        Label label = new Label(words.text("chart.exceptional"));
        label.setVerticalAlign(VerticalAlign.TOP);
        label.setY(ABOVE_PLOT);
        return label;
    }

    /**
     * Draws the figures.
     *
     * @param saying what the figures say, in two sentences, for who does not see the chart
     */
    public final void show(C content, String saying) {
        description.setText(saying);
        if (!shown.equals(Optional.of(content))) {
            shown = Optional.of(content);
            redraw();
        }
    }

    /** Has the browser draw what is known now. With the page it does so by itself, with all that is known by then. */
    final void redraw() {
        shown.ifPresent(this::arrange);
        if (isSent) {
            drawChart();
            forgetPoints();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (isSent) {
            // the browser starts anew, and gets all of the page once more
            shown.ifPresent(this::arrange);
        }
        isSent = false;
        super.onAttach(attached);
        attached.getUI().beforeClientResponse(this, response -> {
            isSent = true;
            forgetPoints();
        });
    }

    /** The browser has them, and what they were made of is known: kept a second time they would be most of what a page weighs. */
    private void forgetPoints() {
        getConfiguration().setSeries();
    }

    /** What is drawn now; empty before the first figures. */
    public final Optional<Picture> picture() {
        boolean isOfBars = ChartType.COLUMN.equals(getConfiguration().getChart().getType());
        return shown.map(content -> new Picture(description.getText(), isOfBars, courses(content)));
    }

    /** Puts the figures into the configuration. */
    abstract void arrange(C content);

    /** The figures, line by line. */
    abstract List<Course> courses(C content);

    final List<Course> one(List<IndicatorPoint> points) {
        return List.of(new Course(words.text("chart.count"), points));
    }
}
