package nl.mjpmonitor.warehouse.statistics;

/** What a period of a series is for. */
public enum BaselineUse {
    /** It sets the limits, and is tested against them. */
    BASELINE,
    /** It is tested against limits that others set, such as a new month against the years before. */
    TESTED,
    /** It is shown but neither sets limits nor is tested, such as the corona years 2020 and 2021. Runs end here. */
    LEFT_OUT
}
