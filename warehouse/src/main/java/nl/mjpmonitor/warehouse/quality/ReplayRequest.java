package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;
import java.util.Locale;

/**
 * A rejected event that a person asked to have replayed.
 *
 * @param position the event
 * @param requestedBy account that asked
 * @param requestedAt moment of asking
 * @param state how far it is
 * @param outcome what came of it; empty while waiting
 */
public record ReplayRequest(
        EventPosition position, String requestedBy, Instant requestedAt, State state, String outcome) {

    /** How far a request is. */
    public enum State {
        WAITING,
        DONE,
        FAILED;

        /** The word in {@code control.replay_request.state}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
