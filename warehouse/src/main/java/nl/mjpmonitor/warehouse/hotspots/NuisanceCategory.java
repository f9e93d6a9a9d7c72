package nl.mjpmonitor.warehouse.hotspots;

import java.util.Locale;

/** What the reports of a potential hotspot are about. */
public enum NuisanceCategory {
    PERSONS,
    DRUGS,
    BOTH;

    /** As the warehouse writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
