package nl.mjpmonitor.ingest.opendata;

import org.jspecify.annotations.Nullable;

/**
 * The limits between which the true figure lies with 95% confidence.
 *
 * @param lower a plain decimal; null when the source does not give it
 * @param upper a plain decimal; null when the source does not give it
 */
record Margin(@Nullable String lower, @Nullable String upper) {
    static final Margin NONE = new Margin(null, null);
}
