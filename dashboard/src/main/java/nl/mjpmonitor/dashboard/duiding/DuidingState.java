package nl.mjpmonitor.dashboard.duiding;

import java.util.Locale;

/** How far a duiding is: concept → vastgesteld → ingetrokken. */
public enum DuidingState {
    /** Written, and only for who writes and establishes. */
    CONCEPT,
    /** Established: for everybody who may see the figure. */
    VASTGESTELD,
    /** Withdrawn, for good; the history stays. */
    INGETROKKEN;

    /** As the store and the API write it, such as {@code concept}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DuidingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
