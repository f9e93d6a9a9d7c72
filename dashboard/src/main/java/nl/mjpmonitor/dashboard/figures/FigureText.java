package nl.mjpmonitor.dashboard.figures;

/**
 * What stands in one cell.
 *
 * @param text the words or digits
 * @param tone how they look
 * @param mark mark of a remark below the table; empty when there is none
 */
public record FigureText(String text, Tone tone, String mark) {

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

    /** Without a mark. */
    public FigureText(String text, Tone tone) {
        this(text, tone, "");
    }

    /** The same with another mark. */
    public FigureText withMark(String newMark) {
        return new FigureText(text, tone, newMark);
    }
}
