package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.page.IndicatorPageLink;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;
import nl.mjpmonitor.warehouse.periods.Period;

/** Lead times: within how many days half was done and nine out of ten, in the chosen year and the one before. All bars share a scale. */
final class LeadTimesPanel extends ThemePanel {

    private record Pair(Indicator median, Indicator ninety) {}

    private final transient List<Pair> pairs;
    private final transient Period year;
    private final RowTable table;

    /** @param indicators medians and 90% limits in turn */
    LeadTimesPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i + 1 < indicators.size(); i += 2) {
            all.add(new Pair(indicators.get(i), indicators.get(i + 1)));
        }
        this.pairs = List.copyOf(all);
        // a lead time is kept by whole years
        this.year = scene.periods().chosen().equals(scene.periods().now())
                ? scene.periods().lastYear()
                : scene.periods().chosen();
        String before = year.previous().label();
        table = new RowTable(
                words().text("lead.caption"),
                List.of(
                        RowTable.Column.text(words().text("lead.what")),
                        RowTable.Column.figure(words().text("lead.median", year.label())),
                        RowTable.Column.figure(words().text("lead.ninety", year.label())),
                        RowTable.Column.text(words().text("lead.bar")),
                        RowTable.Column.figure(words().text("lead.median", before)),
                        RowTable.Column.figure(words().text("lead.ninety", before))));
        table.addClassName("lead-table");
        compose(scrollable(table));
    }

    @Override
    Stream<SeriesRequest> requests() {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.median(), pair.ninety()))
                .map(indicator -> scene().about(indicator).years());
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        double longest = pairs.stream()
                .flatMapToDouble(pair ->
                        FigureWords.number(point(pair.ninety(), figures, year).value()).stream())
                .max()
                .orElse(0);
        table.show(pairs.stream()
                .map(pair -> {
                    IndicatorPoint median = point(pair.median(), figures, year);
                    IndicatorPoint ninety = point(pair.ninety(), figures, year);
                    return new RowTable.Row(
                            heading(pair.median()),
                            List.of(
                                    cell(pair.median(), median, marks),
                                    cell(pair.ninety(), ninety, marks),
                                    RowTable.Cell.of(bar(median, ninety, longest)),
                                    cell(pair.median(), point(pair.median(), figures, year.previous()), marks),
                                    cell(pair.ninety(), point(pair.ninety(), figures, year.previous()), marks)),
                            false);
                })
                .toList());
        return marks;
    }

    private IndicatorPoint point(Indicator indicator, Figures figures, Period period) {
        return figures.point(indicator, scene().area(), period);
    }

    /** The two entries of a lead time are named after it: 'Doorlooptijd LWO, mediaan'. */
    private Span heading(Indicator median) {
        IndicatorPageLink link = scene().link(median);
        String name = scene().name(median);
        int comma = name.lastIndexOf(',');
        link.setText(comma > 0 ? name.substring(0, comma) : name);
        return new Span(link);
    }

    private RowTable.Cell cell(Indicator indicator, IndicatorPoint point, Set<PointMark> marks) {
        Set<PointMark> own = PointMark.of(point);
        marks.addAll(own);
        return RowTable.Cell.figure(words().value(point.value()), own)
                .named(indicator.id() + "-" + point.period().label() + "-dagen");
    }

    /** Up to the median in full, from there to the 90% limit in outline. */
    private static Div bar(IndicatorPoint median, IndicatorPoint ninety, double longest) {
        Div track = new Div();
        track.addClassName("lead-track");
        track.getElement().setAttribute("aria-hidden", "true");
        OptionalDouble half = FigureWords.number(median.value());
        OptionalDouble most = FigureWords.number(ninety.value());
        if (half.isPresent() && most.isPresent() && longest > 0) {
            track.add(part("lead-half", half.getAsDouble() / longest));
            track.add(part("lead-most", Math.max(0, most.getAsDouble() - half.getAsDouble()) / longest));
        }
        return track;
    }

    private static Div part(String className, double share) {
        Div part = new Div();
        part.addClassName(className);
        part.getStyle().set("inline-size", String.format(Locale.ROOT, "%.1f%%", 100 * share));
        return part;
    }
}
