package nl.mjpmonitor.dashboard.publications;

import java.util.List;
import java.util.Locale;

/** An edition cannot be taken a step further as it is. */
public final class EditionRefusedException extends RefusedException {

    /** Why not. */
    public enum Reason {
        /** The step does not follow the state it is in. */
        WRONG_STATE,
        /** Something in it could not be made. */
        FAILURES,
        /** Nobody wrote a word in it. */
        NO_TEXT,
        /** Whoever made it does not approve it. */
        OWN_WORK,
        /** This subject was published before: a new edition needs a reason. */
        REASON_MISSING,
        TEXT_TOO_LONG,
        UNKNOWN_TEXT,
        /** The report is not made about this period or area. */
        WRONG_SUBJECT,
        /** The bytes are not those that were published. */
        FILE_CHANGED,
        /** A file that was published is gone. */
        FILE_MISSING,
        /** A file could not be written, such as on a disk that is full. */
        FILE_NOT_MADE;

        /** Key of its sentence in the texts. */
        public String textKey() {
            return "publication.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final transient List<String> details;

    EditionRefusedException(Reason reason, List<String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = List.copyOf(details);
    }

    EditionRefusedException(Reason reason) {
        this(reason, List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** Whether what was published is no longer whole: the fault is not with what was asked. */
    public boolean isBroken() {
        return reason == Reason.FILE_CHANGED || reason == Reason.FILE_MISSING;
    }

    @Override
    public String textKey() {
        return reason.textKey();
    }

    @Override
    public List<String> details() {
        return details;
    }
}
