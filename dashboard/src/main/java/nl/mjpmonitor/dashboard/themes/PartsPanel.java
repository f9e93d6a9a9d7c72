package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FunnelBars;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.Reason;
import nl.mjpmonitor.warehouse.comparisons.Share;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/** A whole and its parts in the chosen year, always with what is in none of the parts. */
final class PartsPanel extends ThemePanel {

    private final transient List<Indicator> indicators;
    private final boolean isComplete;
    private final String remainderName;
    private final FunnelBars bars = new FunnelBars();
    private final Paragraph tooMany = new Paragraph();

    /**
     * An empty panel.
     *
     * @param indicators the whole and then the parts that the reader may see
     * @param isComplete whether those are all parts; otherwise a remainder would give away the others
     */
    PartsPanel(ThemeSection section, String text, List<Indicator> indicators, boolean isComplete, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.indicators = List.copyOf(indicators);
        this.isComplete = isComplete;
        this.remainderName = section.remainder()
                .map(name -> name.in(words().locale()))
                .orElseGet(() -> words().text("parts.remainder"));
        bars.getElement().setAttribute("data-testid", "delen-" + section.id());
        tooMany.addClassName("remarks");
        tooMany.setText(words().text("parts.too-many"));
        compose(new H3(scene.periods().chosen().label(words().locale())), bars, tooMany);
    }

    @Override
    Stream<SeriesRequest> requests() {
        return indicators.stream().map(indicator -> scene().about(indicator).chosen());
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        List<IndicatorPoint> points = indicators.stream()
                .map(indicator -> figures.point(
                        indicator, scene().area(), scene().periods().chosen()))
                .toList();
        points.forEach(point -> marks.addAll(PointMark.of(point)));
        List<FunnelBars.Bar> shown = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            shown.add(bar(indicators.get(i), points.get(i), i == 0));
        }
        Outcome remainder = Share.remainder(points.getFirst(), points.subList(1, points.size()));
        boolean isOver = remainder instanceof Outcome.Amount(var amount) && amount.signum() < 0;
        tooMany.setVisible(isComplete && isOver);
        if (isComplete && !isOver) {
            shown.add(new FunnelBars.Bar(
                    new Span(remainderName), text(remainder), length(remainder), FunnelBars.Kind.REMAINDER));
        }
        bars.show(shown);
        return marks;
    }

    private FunnelBars.Bar bar(Indicator indicator, IndicatorPoint point, boolean isWhole) {
        Span name = new Span(scene().link(indicator));
        String unit = words().unitBehind(indicator.unit());
        boolean isSaid = scene().name(indicator).toLowerCase(words().locale()).contains(unit);
        if (isWhole && !isSaid) {
            name.add(new Span(" " + unit));
        }
        OptionalLong length = point.value() instanceof IndicatorValue.Counted(long count, var _)
                ? OptionalLong.of(count)
                : OptionalLong.empty();
        return new FunnelBars.Bar(
                name, words().marked(point), length, isWhole ? FunnelBars.Kind.WHOLE : FunnelBars.Kind.PART);
    }

    private static OptionalLong length(Outcome remainder) {
        return remainder instanceof Outcome.Amount(var amount)
                ? OptionalLong.of(amount.longValue())
                : OptionalLong.empty();
    }

    private FigureText text(Outcome remainder) {
        return switch (remainder) {
            case Outcome.Amount(var amount) ->
                new FigureText(words().format().inColumn(amount), FigureText.Tone.NUMBER).writing(amount);
            case Outcome.None(Reason reason)
            when reason == Reason.SUPPRESSED -> words().value(new IndicatorValue.Suppressed());
            case Outcome.None(Reason reason)
            when reason == Reason.NOT_APPLICABLE -> words().value(new IndicatorValue.NotApplicable());
            case Outcome.None _, Outcome.Change _, Outcome.DifferenceOnly _ ->
                words().value(new IndicatorValue.Unknown());
        };
    }
}
