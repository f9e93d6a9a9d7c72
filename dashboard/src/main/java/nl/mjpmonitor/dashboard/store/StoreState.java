package nl.mjpmonitor.dashboard.store;

/** Whether the store can be used now. */
public enum StoreState {
    /** No address was given: this dashboard shows figures only. */
    NOT_CONFIGURED,
    /** It does not answer, or its tables could not be brought up to date. The dashboard keeps trying. */
    AWAY,
    READY
}
