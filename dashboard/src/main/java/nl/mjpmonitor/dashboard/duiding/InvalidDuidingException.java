package nl.mjpmonitor.dashboard.duiding;

/** A text that cannot be a duiding. */
public final class InvalidDuidingException extends RuntimeException {

    /** What is wrong with it. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        MARKUP
    }

    private final Reason reason;

    InvalidDuidingException(Reason reason) {
        super("The text of a duiding is " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
