package nl.mjpmonitor.dashboard.sending;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that did not arrive.
 *
 * @param mail id of the mail; empty when it could not be found out
 * @param address where it should have gone
 * @param kind how it came to be known
 * @param code such as {@code 550} or {@code 5.1.1}
 * @param answer what the server said
 * @param at when
 */
public record Bounce(Optional<Long> mail, String address, Kind kind, String code, String answer, Instant at) {

    /** How it came to be known. */
    public enum Kind {
        /** The server that was asked refused it. */
        SMTP,
        /** A delivery status notification came later (RFC 3464). */
        DSN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
