package nl.mjpmonitor.warehouse.quality;

import java.util.Locale;

/** What a comparison of source and warehouse showed; the later ones weigh more. */
public enum ReconciliationState {
    EQUAL,
    /** Rows differ, only because changes of them were rejected: a person decides about those. */
    REJECTED,
    /** Rows differed and were mended; the next comparison tells whether that helped. */
    HEALED,
    /** Rows differ and nobody knows why. */
    DRIFTED;

    /** The word in {@code control.reconciliation.state}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReconciliationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
