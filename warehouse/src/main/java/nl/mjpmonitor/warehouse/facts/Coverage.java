package nl.mjpmonitor.warehouse.facts;

/** Where a source system says which months it kept. */
public enum Coverage {
    /** In its table {@code register_period}, by register. */
    REGISTERS,
    /** In the deliveries of the police, by police class. */
    DELIVERIES
}
