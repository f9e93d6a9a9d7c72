package nl.mjpmonitor.warehouse.indicators;

/** Which way is favourable. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    /** More can also mean better sight: no judgement. */
    NEUTRAL
}
