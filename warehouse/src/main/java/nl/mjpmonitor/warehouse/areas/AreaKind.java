package nl.mjpmonitor.warehouse.areas;

import java.util.Locale;

/** What an area is. */
public enum AreaKind {
    GEMEENTE,
    WIJK,
    BUURT,
    /** Remainder: in the municipality, but not assignable to a buurt. Counts in the municipality only. */
    REST,
    /** District of the city, with its own director; has the buurten of a CBS wijk. */
    STADSDEEL,
    /** Area of a team of the Leefbare Wijken Aanpak. */
    LWA,
    /** The municipalities of the region together. */
    REGIO,
    /** Another municipality of the region. */
    REGIOGEMEENTE,
    LAND;

    /** As files, the database and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
