package nl.mjpmonitor.dashboard.documents.pdf;

import java.awt.Font;

/**
 * Texts as the page can print them. What XML or the font does not have becomes a visible mark: a missing glyph would break the
 * conformance of the whole document, and a character that is left out would be lost in silence.
 */
final class PrintableText {

    private static final String MARK = "\u25a1";

    private final Font font;

    /** @param font the font of the text; it has the mark */
    PrintableText(Font font) {
        this.font = font;
    }

    String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || character == '\t') {
                printable.append(' ');
            } else if (isInvisible(character)) {
                return;
            } else if (Character.isValidCodePoint(character) && font.canDisplay(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append(MARK);
            }
        });
        return printable.toString();
    }

    /** Direction marks and joiners, which say nothing by themselves. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }
}
