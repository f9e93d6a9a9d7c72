package nl.mjpmonitor.dashboard.documents;

/** What kind of number a cell holds, which decides how a spreadsheet writes it. */
public enum NumberKind {
    /** A whole number of things. */
    COUNT,
    /** A measurement with decimals. */
    DECIMAL,
    /** A percentage as it is said: 16 is 16%. */
    PERCENT,
    /** An amount in euros. */
    EURO,
    /** No number. */
    NONE
}
