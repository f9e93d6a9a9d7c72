package nl.mjpmonitor.dashboard.access;

/** A reader asked for what the role does not open. The message names what, never a figure. */
public final class OutOfScopeException extends RuntimeException {

    public OutOfScopeException(String message) {
        super(message);
    }
}
