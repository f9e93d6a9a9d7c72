package nl.mjpmonitor.warehouse.indicators;

/** Whether a counted value may still move. */
public enum ValueStatus {
    DEFINITIEF,
    /** One of the newest months is in it, which the source usually still restates. */
    VOORLOPIG
}
