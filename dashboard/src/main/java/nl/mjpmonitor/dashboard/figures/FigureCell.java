package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.dom.Element;
import java.util.Optional;

/**
 * A cell with one figure. A figure that changes while someone looks lights up for a moment. Pages hold hundreds of these, for each reader:
 * it is made of as little as will do.
 */
public final class FigureCell extends NativeTableCell {

    /** Starts the animation anew when a cell changes twice in a row. */
    private static final String LIGHT_UP =
            "this.classList.remove('changed'); void this.offsetWidth; this.classList.add('changed');";

    private static final FigureText NOTHING = new FigureText("", FigureText.Tone.NUMBER);

    private final Element digits = Element.createText("");
    private FigureText shown = NOTHING;

    /** A cell without a figure. */
    FigureCell() {
        addClassName("figure");
        getElement().appendChild(digits);
    }

    /** @param testId names the figure for tests */
    public FigureCell(String testId) {
        this();
        getElement().setAttribute("data-testid", testId);
    }

    String text() {
        return shown.text();
    }

    /** What it shows; empty before the first figure. */
    Optional<FigureText> figure() {
        return Optional.of(shown).filter(figure -> !figure.equals(NOTHING));
    }

    /** Shows the figure and returns whether it differs from the one shown before. */
    public boolean show(FigureText next, boolean isNews) {
        boolean isChanged = !next.equals(shown);
        if (isChanged) {
            removeClassNames(shown.tone().classNames().split(" "));
            addClassNames(next.tone().classNames().split(" "));
            digits.setText(next.text());
            mark(next.mark());
            shown = next;
            if (isNews) {
                getElement().executeJs(LIGHT_UP);
            }
        }
        return isChanged;
    }

    /** The mark stands directly behind the digits. */
    private void mark(String letters) {
        if (!shown.mark().isEmpty()) {
            getElement().removeChild(1);
        }
        if (!letters.isEmpty()) {
            getElement().insertChild(1, new Element("sup").setText(letters));
        }
    }
}
