package nl.mjpmonitor.streaming.change;

import java.util.Arrays;
import java.util.Optional;

/** How a connector wraps its rows. */
enum Envelope {
    /** The change events of Debezium. */
    DEBEZIUM("debezium"),
    /** The row itself, as it stands from now on; its version is in its columns. */
    FLAT("flat");

    private final String code;

    Envelope(String code) {
        this.code = code;
    }

    static Optional<Envelope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(envelope -> envelope.code.equals(code))
                .findFirst();
    }
}
