package nl.mjpmonitor.warehouse.indicators;

/** What a value counts. */
public enum Unit {
    /** Number of registrations. */
    AANTAL
}
