package nl.mjpmonitor.warehouse.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * A potential hotspot, by the Dutch calendar of today. Where it is, is known by its buurt only.
 *
 * @param id always the same for the same location; tells nothing about which it is
 * @param area buurt of its newest report
 * @param category what the reports behind its last change are about
 * @param state how it stands
 * @param since day from which it stands so
 * @param reason what happened last
 * @param reports reports in the window at that time
 * @param days different days that those are of
 * @param windowDays length of the window in days
 * @param openedOn day on which it opened last
 * @param openings times that it opened, as far as is remembered
 * @param closesOn day on which it closes when no further report comes in; empty when it has closed
 * @param casework what casework made of the location, if it knows it
 * @param knownAt moment from which the warehouse knew this
 */
public record Hotspot(
        String id,
        AreaCode area,
        NuisanceCategory category,
        HotspotState state,
        LocalDate since,
        HotspotReason reason,
        int reports,
        int days,
        int windowDays,
        LocalDate openedOn,
        int openings,
        Optional<LocalDate> closesOn,
        Optional<HotspotCasework> casework,
        Instant knownAt) {

    /** Why it stands as it does, in one or two short sentences in Dutch, or in English. */
    public String why(Locale locale) {
        return HotspotText.in(locale).why(this);
    }
}
