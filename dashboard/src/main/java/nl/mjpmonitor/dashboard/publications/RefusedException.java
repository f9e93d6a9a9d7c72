package nl.mjpmonitor.dashboard.publications;

/** Something cannot be done as things are. Nothing has been changed. */
public abstract class RefusedException extends RuntimeException {

    protected RefusedException(String message) {
        super(message);
    }

    /** Key of the sentence that says why not. */
    public abstract String textKey();
}
