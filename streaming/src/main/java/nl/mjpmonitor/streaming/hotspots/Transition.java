package nl.mjpmonitor.streaming.hotspots;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Something that happened to a potential hotspot, and the figures that made it happen.
 *
 * @param on day, by the Dutch calendar
 * @param reports live reports in the window that ends with the day
 * @param days different days that those are of
 * @param category {@code persons}, {@code drugs} or {@code both}; of a window without reports that of the last report
 */
record Transition(LocalDate on, Kind kind, int reports, int days, String category) {

    /** What can happen. */
    enum Kind {
        /** The window held enough reports, for the first time that is remembered. */
        OPENED,
        /** The window held more reports than ever since it opened. */
        GREW,
        /** The window held enough reports no more. */
        COOLED,
        /** The window held enough reports again, before it closed. */
        REVIVED,
        /** It had been cool long enough. */
        CLOSED,
        /** The window held enough reports again, after it had closed. */
        REOPENED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOpening() {
        return kind == Kind.OPENED || kind == Kind.REOPENED;
    }
}
