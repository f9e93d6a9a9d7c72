package nl.mjpmonitor.dashboard.documents.charts;

/** Makes texts fit. */
final class Cut {

    private Cut() {}

    /** The text itself, or as much of it as fits before an ellipsis. */
    static String to(String text, int characters) {
        int length = text.codePointCount(0, text.length());
        return length <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)).strip() + "\u2026";
    }
}
