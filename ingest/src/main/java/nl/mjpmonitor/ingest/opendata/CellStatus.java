package nl.mjpmonitor.ingest.opendata;

import java.util.Arrays;

/** What the source says of a cell. Unknown is not zero, and what cannot occur is neither. */
enum CellStatus {
    /** A figure the source does not expect to restate. It may still. */
    DEFINITIVE("definitive"),
    /** A figure the source will restate. */
    PROVISIONAL("provisional"),
    /** The source has the cell, but gives no figure: not known, not published, or secret. */
    UNKNOWN("unknown"),
    /** There cannot be a figure, as for a municipality before it existed. */
    NOT_APPLICABLE("not_applicable");

    private final String text;

    CellStatus(String text) {
        this.text = text;
    }

    /** The name in records. */
    String text() {
        return text;
    }

    boolean hasFigure() {
        return this == DEFINITIVE || this == PROVISIONAL;
    }

    static CellStatus ofText(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status is called " + text));
    }
}
