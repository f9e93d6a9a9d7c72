package nl.mjpmonitor.dashboard.documents.pdf;

import java.awt.Font;
import java.text.Bidi;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts as the page can print them. What no font has becomes its name in brackets: a missing glyph would break the conformance of the
 * whole document, and a character that is left out, or an empty box in its place, would be lost in silence.
 */
final class PrintableText {

    private static final int LAST_OF_ASCII = 0x7f;

    private final Font font;

    /** @param font the font of the text */
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
            } else if (isText(character)
                    && (font.canDisplay(character) || script(character).isPresent())) {
                printable.appendCodePoint(character);
            } else {
                printable.append('[').append(name(character)).append(']');
            }
        });
        return printable.toString();
    }

    /** The scripts that stand in a printable text beside that of the page. Where there are none their fonts are not even read. */
    Set<OtherScript> scripts(String printable) {
        return printable
                .codePoints()
                .filter(character -> character > LAST_OF_ASCII && !font.canDisplay(character))
                .distinct()
                .boxed()
                .flatMap(character -> script(character).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a text begins with a letter that is written from right to left. */
    static boolean isRightToLeft(String text) {
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length)
                && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private static Optional<OtherScript> script(int character) {
        return Arrays.stream(OtherScript.values())
                .filter(script -> script.has(character))
                .findFirst();
    }

    /** Such as {@code CJK unified ideographs 4e2d}; what has no name has its number. */
    private static String name(int character) {
        String name = Character.isISOControl(character) ? null : Character.getName(character);
        return name == null ? "U+%04X".formatted(character) : name.toLowerCase(Locale.ROOT);
    }

    /** Some fonts have a picture for what XML does not take. */
    private static boolean isText(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /** Direction marks, joiners and choices of look, which say nothing by themselves. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT || (character >= 0xfe00 && character <= 0xfe0f);
    }
}
