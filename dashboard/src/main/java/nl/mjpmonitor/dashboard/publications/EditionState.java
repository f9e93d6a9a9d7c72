package nl.mjpmonitor.dashboard.publications;

import java.util.Locale;

/** How far an edition is: concept → geduid → vastgesteld → gepubliceerd. */
public enum EditionState {
    /** Being written; its figures are asked anew at every look. */
    CONCEPT,
    /** Texts and figures are complete and frozen, and wait for approval. */
    GEDUID,
    /** Approved by somebody who did not make it. */
    VASTGESTELD,
    /** Out, for good. Only a new edition corrects it. */
    GEPUBLICEERD;

    /** As the store and the API write it, such as {@code concept}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EditionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
