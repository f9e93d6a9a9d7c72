package nl.mjpmonitor.warehouse.revisions;

/** What happened to a figure. */
public enum RevisionKind {
    /** It was known and has another value now. */
    RESTATED,
    /** It was known and is unknown now: the source took back what it was made of. */
    WITHDRAWN,
    /** It was unknown and is known now. */
    ADDED
}
