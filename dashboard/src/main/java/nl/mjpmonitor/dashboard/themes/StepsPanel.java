package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.KeptFigure;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.Share;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/**
 * Steps of a process in the chosen year, each beside the one it came out of: '16 of 77', and what did not come along. A step in
 * another unit than its origin is no part of it, so it gets neither a share nor a bar.
 */
final class StepsPanel extends ThemePanel {

    /** Below it a percentage says more about chance than about the share. */
    private static final long LOWEST_BASE = 10;

    private final transient List<Step> steps;
    private final OrderedList list = new OrderedList();

    /** One step, and the step it came out of when that is shown and counts the same thing. */
    private record Step(Indicator indicator, Optional<Indicator> origin, boolean isBranch, boolean isLastOfOrigin) {}

    StepsPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.steps = indicators.stream()
                .map(indicator -> step(section, indicator, indicators))
                .toList();
        list.addClassName("steps");
        list.getElement().setAttribute("data-testid", "stappen-" + section.id());
        compose(new H3(scene.periods().chosen().label(words().locale())), list);
    }

    private static Step step(ThemeSection section, Indicator indicator, List<Indicator> shown) {
        Optional<Indicator> origin = origin(section, indicator, shown);
        List<Indicator> siblings = origin.stream()
                .flatMap(from -> shown.stream()
                        .filter(other -> origin(section, other, shown)
                                .filter(from::equals)
                                .isPresent()))
                .toList();
        return new Step(
                indicator,
                origin,
                siblings.size() > 1,
                !siblings.isEmpty() && siblings.getLast().equals(indicator));
    }

    private static Optional<Indicator> origin(ThemeSection section, Indicator indicator, List<Indicator> shown) {
        return section.originOf(indicator.id())
                .flatMap(id ->
                        shown.stream().filter(other -> other.id().equals(id)).findFirst())
                .filter(from -> from.unit() == indicator.unit());
    }

    @Override
    Stream<SeriesRequest> requests() {
        return steps.stream().map(step -> scene().about(step.indicator()).chosen());
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        list.removeAll();
        for (Step step : steps) {
            IndicatorPoint point = point(step.indicator(), figures);
            marks.addAll(PointMark.of(point));
            ListItem item = item(step, point);
            step.origin().ifPresent(origin -> {
                addShare(item, point, point(origin, figures));
                if (step.isLastOfOrigin()) {
                    addRemainder(item, origin, figures);
                }
            });
            list.add(item);
        }
        return marks;
    }

    private IndicatorPoint point(Indicator indicator, Figures figures) {
        return figures.point(indicator, scene().area(), scene().periods().chosen());
    }

    private ListItem item(Step step, IndicatorPoint point) {
        FigureText text = words().marked(point);
        Span figure = new Span(text.text());
        KeptFigure.keep(figure, text);
        figure.addClassName("step-figure");
        figure.addClassNames(
                switch (text.tone()) {
                    case UNKNOWN -> "unknown";
                    case NOT_APPLICABLE, WITHHELD, FAINT -> "faint";
                    case NUMBER, PROVISIONAL -> "number";
                });
        figure.getElement()
                .setAttribute(
                        "data-testid",
                        getId().orElse("") + "-stap-" + step.indicator().id());
        if (!text.mark().isEmpty()) {
            figure.getElement().appendChild(new Element("sup").setText(text.mark()));
        }
        Span unit = new Span(
                text.number().isPresent() ? words().unitBehind(step.indicator().unit()) : "");
        unit.addClassName("step-unit");
        Div amount = new Div(figure, unit);
        amount.addClassName("step-amount");
        Div name = new Div(scene().link(step.indicator()));
        name.addClassName("step-name");
        ListItem item = new ListItem(name, amount);
        item.setClassName("branch", step.isBranch());
        return item;
    }

    private void addShare(ListItem item, IndicatorPoint point, IndicatorPoint origin) {
        if (Share.of(point, origin) instanceof Outcome.Amount(var percent)) {
            String some = words().value(point.value()).text();
            String all = words().value(origin.value()).text();
            boolean isLarge = Share.remainder(origin, List.of()) instanceof Outcome.Amount(var total)
                    && total.longValue() >= LOWEST_BASE;
            Paragraph share = new Paragraph(
                    isLarge
                            ? words().text(
                                            "steps.share",
                                            some,
                                            all,
                                            words().format().percentage((int) Math.round(percent.doubleValue())))
                            : words().text("steps.share.small", some, all));
            share.addClassName("step-share");
            Div length = new Div();
            length.addClassName("step-bar");
            length.getStyle().set("inline-size", String.format(Locale.ROOT, "%.1f%%", percent.doubleValue()));
            Div track = new Div(length);
            track.addClassName("step-track");
            track.getElement().setAttribute("aria-hidden", "true");
            item.add(share, track);
        }
    }

    /** What came out of the origin into none of the steps that are shown. */
    private void addRemainder(ListItem item, Indicator origin, Figures figures) {
        List<IndicatorPoint> parts = steps.stream()
                .filter(step -> step.origin().filter(origin::equals).isPresent())
                .map(step -> point(step.indicator(), figures))
                .toList();
        IndicatorPoint total = point(origin, figures);
        if (Share.remainder(total, parts) instanceof Outcome.Amount(var rest) && rest.signum() >= 0) {
            Paragraph remainder = new Paragraph(words().text(
                            parts.size() > 1 ? "steps.remainder.several" : "steps.remainder",
                            words().format().decimal(rest),
                            words().value(total.value()).text()));
            remainder.addClassName("step-remainder");
            item.add(remainder);
        } else {
            Paragraph unknown = new Paragraph(words().text("steps.remainder.unknown"));
            unknown.addClassName("step-remainder");
            item.add(unknown);
        }
    }
}
