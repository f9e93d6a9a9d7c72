package nl.mjpmonitor.dashboard.review;

import java.util.List;

/**
 * What people added to one Maandbeeld, with its history.
 *
 * @param key which Maandbeeld
 * @param versions oldest first; none as long as nobody wrote anything
 */
record Agenda(ReviewKey key, List<AgendaVersion> versions) {

    Agenda {
        versions = List.copyOf(versions);
    }

    /** Number of the newest version; 0 when there is none. */
    int number() {
        return versions.isEmpty() ? 0 : versions.getLast().number();
    }

    AgendaContent content() {
        return versions.isEmpty() ? AgendaContent.EMPTY : versions.getLast().content();
    }
}
