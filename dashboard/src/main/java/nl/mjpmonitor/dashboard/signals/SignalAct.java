package nl.mjpmonitor.dashboard.signals;

import java.time.Instant;
import java.util.Locale;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * Something that somebody did with a signal.
 *
 * @param number counted from 1 for each signal
 * @param kind what was done
 * @param text the explanation or the reason; empty for having seen it
 * @param author name of the account
 * @param authorRole role in which it acted
 * @param actedAt when
 */
public record SignalAct(int number, Kind kind, String text, String author, Role authorRole, Instant actedAt) {

    /** What can be done with a signal. */
    public enum Kind {
        GEZIEN,
        TOELICHTING,
        GESLOTEN;

        /** As the store and the API write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
