package nl.mjpmonitor.dashboard.documents.sheets;

import java.util.ArrayList;
import java.util.List;

/** Texts as a cell can hold them. What XML does not have becomes a visible mark; what is too long is cut and says so. */
final class SheetText {

    private static final int MARK = 0xFFFD;
    private static final String CUT = " […]";

    private SheetText() {}

    /** A text as one cell. */
    static String of(String text) {
        String clean = clean(text);
        if (clean.length() <= SheetWriter.MOST_CHARACTERS) {
            return clean;
        }
        return clean.substring(0, end(clean, 0, SheetWriter.MOST_CHARACTERS - CUT.length())) + CUT;
    }

    /** A text as one or more cells, without loss. */
    static List<String> pieces(String text) {
        String clean = clean(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (clean.length() - from > SheetWriter.MOST_CHARACTERS) {
            int end = end(clean, from, SheetWriter.MOST_CHARACTERS);
            pieces.add(clean.substring(from, end));
            from = end;
        }
        pieces.add(clean.substring(from));
        return pieces;
    }

    /** Where to cut without taking a character apart. */
    private static int end(String text, int from, int length) {
        int end = from + length;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static String clean(String text) {
        return text.codePoints().allMatch(SheetText::isAllowed)
                ? text
                : text.codePoints()
                        .map(character -> isAllowed(character) ? character : MARK)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** A carriage return is allowed in XML and does not survive it. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= ' ' && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
