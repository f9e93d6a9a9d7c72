package nl.mjpmonitor.warehouse.published;

/** Which question to the warehouse gives a published figure. */
public enum Asked {
    /** The count of one year. */
    YEAR,
    /** The count of several months or years together. */
    SPAN,
    /** The change between two years, in whole percents. */
    CHANGE,
    /** The stand of one year. */
    LEVEL,
    /** A ratio over the period, rounded as it was printed. */
    RATIO
}
