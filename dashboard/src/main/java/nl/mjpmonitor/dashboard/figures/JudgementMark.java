package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * A judgement as an icon and its words, such as a triangle and 'ongewoon hoog'. The shape tells the kind of judgement, the
 * filling whether it is favourable; the words always stand beside it.
 */
public final class JudgementMark extends Span {

    private static final String TRIANGLE_UP = "<path class=\"shape\" d=\"M8 2.5 14.5 13.5h-13z\"/>";
    private static final String TRIANGLE_DOWN = "<path class=\"shape\" d=\"M8 13.5 1.5 2.5h13z\"/>";
    private static final String STAIR_UP = "<path class=\"shape\" d=\"M1.5 14V10.5h4.5V6.5h4.5V2.5h4V14z\"/>";
    private static final String STAIR_DOWN = "<path class=\"shape\" d=\"M1.5 2.5h4v4h4.5v4h4.5V14h-13z\"/>";
    private static final String WAVE =
            "<circle class=\"line\" cx=\"8\" cy=\"8\" r=\"6.5\"/><path class=\"line\" d=\"M4 9c1.3-2.6 2.7-2.6 4 0s2.7 2.6 4 0\"/>";
    private static final String QUESTION =
            "<rect class=\"line\" x=\"1.5\" y=\"1.5\" width=\"13\" height=\"13\" rx=\"2\"/>"
                    + "<path class=\"line\" d=\"M6 6.2a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1.2M8 12v.1\"/>";
    private static final String INCOMPLETE =
            "<circle class=\"line\" cx=\"8\" cy=\"8\" r=\"6.5\" stroke-dasharray=\"3 2.2\"/>";

    private final Svg icon = new Svg();
    private final Span word = new Span();

    public JudgementMark() {
        addClassName("judgement");
        icon.addClassName("judgement-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, word);
        setVisible(false);
    }

    /** Shows the judgement in the reader's language. */
    public void show(Judgement judgement, Favour favour, FigureWords words) {
        setVisible(true);
        icon.setSvg("<svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" focusable=\"false\">"
                + shape(judgement.verdict()) + "</svg>");
        word.setText(judgement.word(words.locale()));
        for (Favour each : Favour.values()) {
            setClassName(each.className(), each == favour);
        }
    }

    private static String shape(Verdict verdict) {
        return switch (verdict) {
            case UNUSUALLY_HIGH -> TRIANGLE_UP;
            case UNUSUALLY_LOW -> TRIANGLE_DOWN;
            case LONG_HIGHER, RISING -> STAIR_UP;
            case LONG_LOWER, FALLING -> STAIR_DOWN;
            case WITHIN_CHANCE -> WAVE;
            case UNKNOWN, TOO_FEW_DATA, WITHHELD, NOT_COMPARABLE -> QUESTION;
            case INCOMPLETE -> INCOMPLETE;
        };
    }
}
