package nl.mjpmonitor.warehouse.hotspots;

import java.util.Locale;

/** What happened last to a potential hotspot. */
public enum HotspotReason {
    OPENED,
    GREW,
    COOLED,
    REVIVED,
    CLOSED,
    REOPENED;

    /** As the warehouse writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
