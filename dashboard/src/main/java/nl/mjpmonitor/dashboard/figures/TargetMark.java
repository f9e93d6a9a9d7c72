package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import nl.mjpmonitor.warehouse.targets.TargetVerdict;

/**
 * How it stands with a target as an icon and its words, such as a tick and 'doel gehaald'. The shape alone tells the verdicts apart;
 * the words always stand beside it.
 */
public final class TargetMark extends Span {

    private static final String DISC = "<circle class=\"shape\" cx=\"8\" cy=\"8\" r=\"6.5\"/>";
    private static final String RING = "<circle class=\"line\" cx=\"8\" cy=\"8\" r=\"6.5\"/>";
    private static final String TICK = RING + "<path class=\"line\" d=\"M4.8 8.2 7 10.4l4.2-4.6\"/>";
    private static final String CROSS = DISC + "<path class=\"inner\" d=\"M5.5 5.5l5 5m0-5l-5 5\"/>";
    private static final String HALF = RING + "<path class=\"shape\" d=\"M8 1.5a6.5 6.5 0 0 1 0 13z\"/>";
    private static final String DASHED =
            "<circle class=\"line\" cx=\"8\" cy=\"8\" r=\"6.5\" stroke-dasharray=\"3 2.2\"/>";

    private final Svg icon = new Svg();
    private final Span word = new Span();

    public TargetMark() {
        addClassNames("judgement", "target-mark");
        icon.addClassName("judgement-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, word);
        setVisible(false);
    }

    /** Shows the verdict in the reader's language. */
    public TargetMark show(TargetVerdict verdict, Locale locale) {
        setVisible(true);
        icon.setSvg("<svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" focusable=\"false\">" + shape(verdict)
                + "</svg>");
        word.setText(verdict.word().in(locale));
        for (Favour each : Favour.values()) {
            setClassName(each.className(), each == favour(verdict));
        }
        return this;
    }

    private static String shape(TargetVerdict verdict) {
        return switch (verdict) {
            case MET -> TICK;
            case NOT_MET -> CROSS;
            case MIXED -> HALF;
            case UNDECIDED -> DASHED;
        };
    }

    private static Favour favour(TargetVerdict verdict) {
        return switch (verdict) {
            case MET -> Favour.FAVOURABLE;
            case NOT_MET -> Favour.UNFAVOURABLE;
            case MIXED, UNDECIDED -> Favour.NONE;
        };
    }
}
