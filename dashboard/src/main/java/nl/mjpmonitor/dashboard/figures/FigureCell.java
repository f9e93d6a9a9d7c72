package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A cell with one figure. A figure that changes while someone looks lights up for a moment. */
public final class FigureCell extends NativeTableCell {

    /** Starts the animation anew when a cell changes twice in a row. */
    private static final String LIGHT_UP =
            "this.classList.remove('changed'); void this.offsetWidth; this.classList.add('changed');";

    private final Span figure = new Span();
    private final Element mark = new Element("sup");
    private FigureText shown = new FigureText("", FigureText.Tone.NUMBER);

    /** @param testId names the figure for tests */
    public FigureCell(String testId) {
        addClassName("figure");
        figure.getElement().setAttribute("data-testid", testId);
        add(figure);
        getElement().appendChild(mark);
        mark.setVisible(false);
    }

    String text() {
        return shown.text();
    }

    /** Shows the figure and returns whether it differs from the one shown before. */
    public boolean show(FigureText next, boolean isNews) {
        boolean isChanged = !next.equals(shown);
        if (isChanged) {
            removeClassNames(shown.tone().classNames().split(" "));
            addClassNames(next.tone().classNames().split(" "));
            figure.setText(next.text());
            mark.setText(next.mark());
            mark.setVisible(!next.mark().isEmpty());
            shown = next;
            KeptFigure.keep(this, next);
            if (isNews) {
                getElement().executeJs(LIGHT_UP);
            }
        }
        return isChanged;
    }
}
