package nl.mjpmonitor.dashboard.archive;

import java.util.Locale;
import nl.mjpmonitor.dashboard.publications.RefusedException;

/** Something cannot be done with the archive as it is. Nothing has been changed. */
public final class ArchiveRefusedException extends RefusedException {

    /** Why not. */
    public enum Reason {
        /** The edition is kept for good, not published, or its term has not ended. */
        STILL_KEPT,
        /** It was proposed or destroyed already. */
        PROPOSED_ALREADY,
        /** There is no such proposal, or it was decided already. */
        NOT_OPEN,
        /** Whoever proposes does not approve. */
        OWN_PROPOSAL,
        REASON_TOO_LONG;

        /** Key of its sentence in the texts. */
        public String textKey() {
            return "archive.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public ArchiveRefusedException(Reason reason) {
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
