package nl.mjpmonitor.dashboard.signals;

/** Somebody else did something with the signal after it was read. Nothing of the second act has been kept. */
public final class SignalConflictException extends RuntimeException {

    public SignalConflictException(String detail) {
        super(detail);
    }
}
