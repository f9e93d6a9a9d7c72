package nl.mjpmonitor.warehouse.statistics;

/** Patterns on a control chart that chance seldom makes. */
public enum RunRule {
    /** One value outside the limits. */
    BEYOND_LIMIT,
    /** Two of three values in a row more than two sigma from the centre line, on the same side. */
    TWO_OF_THREE,
    /** Four of five values in a row more than one sigma from the centre line, on the same side. */
    FOUR_OF_FIVE,
    /** Seven or eight values in a row on the same side of the centre line. */
    SHIFT,
    /** Seven values in a row, each higher, or each lower, than the one before. */
    TREND
}
