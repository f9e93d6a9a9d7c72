package nl.mjpmonitor.warehouse.quality;

import java.util.Locale;

/** What was done with a rejected event. */
public enum RejectedEventState {
    NEW,
    REPLAYED,
    DISMISSED;

    /** The word in {@code control.rejected_event.state}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
