package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A whole and its parts as horizontal bars on one scale. The remainder is a part like the others, and an unknown part has no bar
 * but its word: parts are never made to add up.
 */
public final class FunnelBars extends UnorderedList {

    /** What a bar stands for. */
    public enum Kind {
        WHOLE,
        PART,
        /** Of the whole, what is in none of the parts. */
        REMAINDER
    }

    /**
     * One bar.
     *
     * @param name what is counted, as words or as a link, with its unit where that differs from the whole's
     * @param figure the figure as it is written
     * @param length the number the bar is as long as; empty for none
     */
    public record Bar(Component name, FigureText figure, OptionalLong length, Kind kind) {}

    public FunnelBars() {
        addClassName("funnel");
    }

    /** Shows the bars from top to bottom. */
    public void show(List<Bar> bars) {
        removeAll();
        long longest =
                bars.stream().flatMapToLong(bar -> bar.length().stream()).max().orElse(0);
        bars.forEach(bar -> add(item(bar, longest)));
    }

    private static ListItem item(Bar bar, long longest) {
        Span name = new Span(bar.name());
        name.addClassName("funnel-name");
        Span figure = new Span(bar.figure().text());
        figure.addClassNames("funnel-figure");
        KeptFigure.keep(figure, bar.figure());
        figure.addClassNames(bar.figure().tone().classNames().split(" "));
        if (!bar.figure().mark().isEmpty()) {
            figure.getElement()
                    .appendChild(new Element("sup").setText(bar.figure().mark()));
        }
        Div track = new Div();
        track.addClassName("funnel-track");
        track.getElement().setAttribute("aria-hidden", "true");
        if (bar.length().isPresent() && longest > 0) {
            Div length = new Div();
            length.addClassName("funnel-bar");
            length.getStyle()
                    .set(
                            "inline-size",
                            String.format(
                                    Locale.ROOT, "%.2f%%", 100.0 * bar.length().getAsLong() / longest));
            track.add(length);
        }
        ListItem item = new ListItem(name, figure, track);
        item.addClassName(bar.kind().name().toLowerCase(Locale.ROOT));
        return item;
    }
}
