package nl.mjpmonitor.dashboard.documents.sheets;

/** How a text stands in a sheet. */
enum Look {
    PLAIN,
    TITLE,
    /** Title of a table. */
    CAPTION,
    /** Heading of a column of texts. */
    HEADING,
    /** Heading of a column of numbers. */
    NUMBER_HEADING,
    /** A word where a number would stand. */
    NO_NUMBER,
    /** A remark, or a mark beside a number. */
    NOTE,
    /** Running text in a cell, over several lines. */
    WRAPPED
}
