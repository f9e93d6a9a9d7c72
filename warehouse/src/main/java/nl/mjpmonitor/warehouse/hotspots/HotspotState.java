package nl.mjpmonitor.warehouse.hotspots;

import java.util.Locale;

/** How a potential hotspot stands. */
public enum HotspotState {
    /** There are enough reports. */
    OPEN,
    /** There are enough reports no more. */
    COOLING,
    /** It has been cool long enough. */
    CLOSED;

    /** As the warehouse writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
