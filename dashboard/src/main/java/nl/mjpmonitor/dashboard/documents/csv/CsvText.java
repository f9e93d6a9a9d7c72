package nl.mjpmonitor.dashboard.documents.csv;

/** Texts of a file that somebody may open in a spreadsheet. */
final class CsvText {

    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private CsvText() {}

    /** The text; an apostrophe stands before one that a spreadsheet would take for a formula. */
    static String of(String text) {
        return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
