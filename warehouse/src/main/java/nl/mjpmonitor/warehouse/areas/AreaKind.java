package nl.mjpmonitor.warehouse.areas;

/** What an area is. */
public enum AreaKind {
    GEMEENTE,
    WIJK,
    BUURT,
    /** Remainder: in the municipality, but not assignable to a buurt. Counts in the municipality only. */
    REST
}
