package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.MonthChart;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Figures by month with, below them on the same timeline, how often something was done. It says how the months with events differ
 * from those without, and no more: what rises together need not be cause and effect.
 */
final class TimelinePanel extends ThemePanel {

    /** Of fewer months a mean says nothing. */
    private static final int FEWEST_MONTHS = 3;

    private final transient List<Indicator> indicators;
    private final transient List<Indicator> events;
    private final transient Map<Indicator, MonthChart> charts = new LinkedHashMap<>();
    private final Div findings = new Div();
    private transient Map<Indicator, List<IndicatorPoint>> shown = Map.of();
    private transient Optional<RowTable> table = Optional.empty();

    TimelinePanel(ThemeSection section, String text, List<Indicator> indicators, List<Indicator> events, Scene scene) {
        super(
                section.id(),
                section.title().in(scene.words().locale()),
                text,
                Stream.concat(indicators.stream(), events.stream()).toList(),
                scene);
        this.indicators = List.copyOf(indicators);
        this.events = List.copyOf(events);
        Div timeline = new Div();
        timeline.addClassName("timeline");
        all().forEach(indicator -> {
            MonthChart chart = MonthChart.onTimeline(words(), indicator.exceptionalYears(), events.contains(indicator));
            charts.put(indicator, chart);
            timeline.add(new H3(scene.link(indicator)), chart);
        });
        findings.addClassName("findings");
        findings.getElement().setAttribute("data-testid", section.id() + "-bevinding");
        compose(findings, timeline, new Folded(words().text("panel.show-table"), () -> scrollable(table())));
    }

    private RowTable table() {
        List<RowTable.Column> columns = new ArrayList<>();
        columns.add(RowTable.Column.text(words().text("table.month")));
        all().forEach(indicator -> columns.add(RowTable.Column.figure(scene().name(indicator))));
        RowTable made = new RowTable(words().text("timeline.caption", title()), columns);
        made.addClassName("dense");
        made.show(rows());
        table = Optional.of(made);
        return made;
    }

    private List<Indicator> all() {
        return Stream.concat(indicators.stream(), events.stream()).toList();
    }

    @Override
    Stream<SeriesRequest> requests() {
        return all().stream().map(indicator -> scene().about(indicator).months());
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        List<Period> months = scene().periods().ofTimeline();
        Map<Indicator, List<IndicatorPoint>> courses = new LinkedHashMap<>();
        charts.forEach((indicator, chart) -> {
            List<IndicatorPoint> points = figures.points(indicator, scene().area(), months);
            courses.put(indicator, points);
            points.forEach(point -> marks.addAll(PointMark.of(point)));
            chart.setVisible(points.stream()
                    .anyMatch(point -> FigureWords.number(point.value()).isPresent()));
            String saying = words().text(
                            "panel.month.description",
                            scene().name(indicator),
                            scene().area().name());
            chart.show(
                    points,
                    (saying + " "
                                    + words().extremes(
                                                    points,
                                                    point -> point.period().label(words().locale()))
                                            .orElse(""))
                            .strip());
        });
        findings.removeAll();
        indicators.forEach(indicator -> events.forEach(event -> finding(
                        indicator,
                        event,
                        courses.getOrDefault(indicator, List.of()),
                        courses.getOrDefault(event, List.of()))
                .ifPresent(saying -> findings.add(new Paragraph(saying)))));
        shown = courses;
        table.ifPresent(made -> made.show(rows()));
        return marks;
    }

    /** A month a row, the newest first. */
    private List<RowTable.Row> rows() {
        List<Period> months = scene().periods().ofTimeline();
        return shown.isEmpty()
                ? List.of()
                : IntStream.range(0, months.size())
                        .map(index -> months.size() - 1 - index)
                        .mapToObj(index -> row(months.get(index), index))
                        .toList();
    }

    private RowTable.Row row(Period month, int index) {
        return RowTable.Row.of(
                month.label(words().locale()),
                shown.values().stream()
                        .map(course -> course.get(index))
                        .map(point -> RowTable.Cell.figure(words().value(point.value()), PointMark.of(point)))
                        .toList());
    }

    /** 'In the 9 months with events it was 3.1 a month on average, in the 12 months without 0.8.' */
    private Optional<String> finding(
            Indicator indicator, Indicator event, List<IndicatorPoint> points, List<IndicatorPoint> occasions) {
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        IntStream.range(0, points.size()).forEach(i -> {
            if (points.get(i).value() instanceof IndicatorValue.Counted(long count, var _)
                    && occasions.get(i).value() instanceof IndicatorValue.Counted(long times, var _)) {
                (times > 0 ? with : without).add(count);
            }
        });
        if (with.size() < FEWEST_MONTHS || without.size() < FEWEST_MONTHS) {
            return Optional.empty();
        }
        return Optional.of(words().text(
                        "timeline.finding",
                        scene().name(indicator),
                        Integer.toString(with.size()),
                        mean(with),
                        Integer.toString(without.size()),
                        mean(without),
                        scene().name(event)));
    }

    private String mean(List<Long> counts) {
        long sum = counts.stream().mapToLong(Long::longValue).sum();
        return words().format()
                .decimal(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(counts.size()), 1, RoundingMode.HALF_UP));
    }
}
