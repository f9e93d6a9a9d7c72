package nl.mjpmonitor.streaming.casework;

/** The tables that the way of a case is read from. */
public enum CaseRowKind {
    FILE,
    STEP,
    OUTCOME
}
