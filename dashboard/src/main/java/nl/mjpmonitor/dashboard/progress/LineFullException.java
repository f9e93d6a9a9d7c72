package nl.mjpmonitor.dashboard.progress;

/** So many wait for their turn that nobody is let in any more. Nothing of what was asked has been done; it can be asked again later. */
public final class LineFullException extends RuntimeException {

    /** After how many seconds it makes sense to ask again. */
    public static final int RETRY_SECONDS = 30;

    LineFullException(int waiting) {
        super(waiting + " wait for their turn already");
    }
}
