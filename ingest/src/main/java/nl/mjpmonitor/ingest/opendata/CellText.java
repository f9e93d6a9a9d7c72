package nl.mjpmonitor.ingest.opendata;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the text of a cell: a number with the decimal mark of its file, or one of the symbols of Statistics Netherlands. Nothing is
 * guessed: a text that could be read in two ways is refused.
 */
final class CellText {
    /** Unknown or secret; {@code NA} is how R writes a value it does not have. */
    private static final Set<String> UNKNOWN = Set.of(".", "x", "X", "NA");

    private static final String SPACES = "[ \\u00a0\\u202f]";
    private static final Pattern SPACE = Pattern.compile(SPACES);
    private static final String WHOLE = "-?(?:\\d+|\\d{1,3}(?:" + SPACES + "\\d{3})+)";
    private static final Pattern WITH_COMMA = Pattern.compile(WHOLE + "(?:,\\d+)?");
    private static final Pattern WITH_POINT = Pattern.compile(WHOLE + "(?:\\.\\d+)?");

    /** Not '>' and '<' alone: whether they leave out the number itself differs from writer to writer. */
    private static final Map<String, Qualifier> QUALIFIERS = Map.of(
            ">=", Qualifier.AT_LEAST,
            "\u2265", Qualifier.AT_LEAST,
            "<=", Qualifier.AT_MOST,
            "\u2264", Qualifier.AT_MOST,
            "ca.", Qualifier.ABOUT);

    private final DecimalMark mark;
    private final CellValue blank;

    /** Texts with a decimal mark, in which an empty cell has a given meaning. */
    CellText(DecimalMark mark, CellValue blank) {
        this.mark = mark;
        this.blank = blank;
    }

    /** Texts in the answers of a service: raw data with a point, padded, in which nothing is left empty on purpose. */
    static CellText raw() {
        return new CellText(DecimalMark.POINT, CellValue.UNKNOWN);
    }

    /**
     * The value that a text stands for.
     *
     * @param isProvisional whether the period of the cell is provisional; a star behind the number makes it so too
     * @throws UnreadableTextException when it stands for none
     */
    CellValue read(String text, TableDefinition.MeasureColumn measure, boolean isProvisional)
            throws UnreadableTextException {
        String stripped = text.replace('\u00a0', ' ').strip();
        if (stripped.isEmpty()) {
            return blank;
        }
        if (UNKNOWN.contains(stripped)) {
            return CellValue.UNKNOWN;
        }
        if (measure.qualified()) {
            for (Map.Entry<String, Qualifier> qualifier : QUALIFIERS.entrySet()) {
                if (stripped.startsWith(qualifier.getKey())) {
                    String rest =
                            stripped.substring(qualifier.getKey().length()).strip();
                    return number(rest, measure, isProvisional).with(qualifier.getValue());
                }
            }
        }
        return number(stripped, measure, isProvisional);
    }

    private CellValue number(String stripped, TableDefinition.MeasureColumn measure, boolean isProvisional)
            throws UnreadableTextException {
        String number = withoutStars(stripped);
        Pattern expected = mark == DecimalMark.COMMA ? WITH_COMMA : WITH_POINT;
        if (!expected.matcher(number).matches()) {
            throw new UnreadableTextException("'" + stripped + "' is not a number with a decimal "
                    + (mark == DecimalMark.COMMA ? "comma" : "point") + " nor a symbol that stands for one");
        }
        String plain = SPACE.matcher(number).replaceAll("").replace(',', '.');
        return accept(new BigDecimal(plain), measure, isProvisional || number.length() < stripped.length());
    }

    /**
     * The value of a number.
     *
     * @throws UnreadableTextException when the measure cannot have it
     */
    static CellValue accept(BigDecimal figure, TableDefinition.MeasureColumn measure, boolean isProvisional)
            throws UnreadableTextException {
        String objection = measure.objection(figure).orElse("");
        if (!objection.isEmpty()) {
            throw new UnreadableTextException("'" + figure.toPlainString() + "' " + objection);
        }
        return CellValue.of(figure, isProvisional);
    }

    private static String withoutStars(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '*') {
            end--;
        }
        return text.substring(0, end).strip();
    }

    /** A text that is not a figure; the message quotes it, which is safe for open data. */
    static final class UnreadableTextException extends Exception {
        UnreadableTextException(String message) {
            super(message);
        }
    }
}
