package nl.mjpmonitor.ops.sources.generation;

import java.util.Locale;

/** What about a demo row follows from a published figure. Its place, its day and all else is made up in any case. */
public enum Provenance {
    /** It counts in a published figure of its own year. */
    PUBLISHED_YEAR,

    /** It counts in a published figure over several years; in which of them it falls is demonstration. */
    PUBLISHED_PERIOD,

    /** It is plausible, no more. */
    DEMONSTRATION;

    /** As the databases write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
