package nl.mjpmonitor.dashboard.sending;

import java.util.Locale;
import nl.mjpmonitor.dashboard.publications.RefusedException;

/** Something about the sending cannot be changed as asked. Nothing has been changed. */
public final class SendingRefusedException extends RefusedException {

    /** Why not. */
    public enum Reason {
        /** It is no mail address. */
        WRONG_ADDRESS,
        /** It is on the list already. */
        KNOWN_ALREADY,
        /** A gebiedsteam has an area, and nobody else has. */
        WRONG_AREA,
        /** The mail was not broken off, or is being sent. */
        NOT_UNCERTAIN;

        /** Key of its sentence in the texts. */
        public String textKey() {
            return "sending.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public SendingRefusedException(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String textKey() {
        return reason.textKey();
    }
}
