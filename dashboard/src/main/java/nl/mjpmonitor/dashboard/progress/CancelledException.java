package nl.mjpmonitor.dashboard.progress;

/** Somebody stopped the work before it was ready. Nothing of it has been kept. */
public final class CancelledException extends RuntimeException {

    public CancelledException() {
        super("The work was stopped");
    }
}
