package nl.mjpmonitor.warehouse.statistics;

/** How often a series has a figure. */
public enum Cadence {
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
