package nl.mjpmonitor.dashboard.duiding;

import java.util.regex.Pattern;
import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException.Reason;

/** What a duiding, or what else people write about figures, may say: a few sentences of plain text. */
public final class DuidingText {

    /** Most characters. */
    public static final int LONGEST = 1_000;

    /** '&lt;5 meldingen' is plain text, '&lt;b>' is not. */
    private static final Pattern MARKUP = Pattern.compile("<\\s*[/!?]?[a-zA-Z]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private DuidingText() {}

    /**
     * The text as it is kept: without unseen characters, and without space around it.
     *
     * @throws InvalidDuidingException when nothing is left, it is too long, or it holds markup
     */
    public static String of(String typed) {
        String lines = LINE_ENDS.matcher(typed).replaceAll("\n");
        String text = BLANK_LINES
                .matcher(UNSEEN.matcher(lines).replaceAll(""))
                .replaceAll("\n\n")
                .strip();
        if (text.isEmpty()) {
            throw new InvalidDuidingException(Reason.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new InvalidDuidingException(Reason.TOO_LONG);
        }
        if (MARKUP.matcher(text).find()) {
            throw new InvalidDuidingException(Reason.MARKUP);
        }
        return text;
    }
}
