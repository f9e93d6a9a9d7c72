package nl.mjpmonitor.warehouse.indicators;

/** Who may see the figures. */
public enum Confidentiality {
    OPENBAAR,
    INTERN,
    VERTROUWELIJK
}
