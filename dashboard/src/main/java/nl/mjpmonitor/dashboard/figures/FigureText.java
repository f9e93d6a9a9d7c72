package nl.mjpmonitor.dashboard.figures;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What stands in one cell.
 *
 * @param text the words or digits
 * @param tone how they look
 * @param mark mark of a remark below the table; empty when there is none
 * @param number the number that the digits write; empty for words
 */
public record FigureText(String text, Tone tone, String mark, Optional<BigDecimal> number) {

    /** How a cell looks; the words say the same. */
    public enum Tone {
        NUMBER("number"),
        PROVISIONAL("number provisional"),
        /** A number that says little, such as a percentage of a small base. */
        FAINT("number faint"),
        UNKNOWN("unknown"),
        WITHHELD("number faint"),
        NOT_APPLICABLE("faint");

        private final String classNames;

        Tone(String classNames) {
            this.classNames = classNames;
        }

        String classNames() {
            return classNames;
        }
    }

    /** Words with a mark. */
    public FigureText(String text, Tone tone, String mark) {
        this(text, tone, mark, Optional.empty());
    }

    /** Without a mark. */
    public FigureText(String text, Tone tone) {
        this(text, tone, "");
    }

    /** The same with another mark. */
    public FigureText withMark(String newMark) {
        return new FigureText(text, tone, newMark, number);
    }

    /** The same as digits that write this number. */
    public FigureText writing(BigDecimal written) {
        return new FigureText(text, tone, mark, Optional.of(written));
    }

    /** The same as digits that write this number. */
    public FigureText writing(long written) {
        return writing(BigDecimal.valueOf(written));
    }
}
