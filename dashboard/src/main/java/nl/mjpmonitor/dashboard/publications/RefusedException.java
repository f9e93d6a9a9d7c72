package nl.mjpmonitor.dashboard.publications;

import java.util.List;

/** Something cannot be done as things are. Nothing has been changed. */
public abstract class RefusedException extends RuntimeException {

    protected RefusedException(String message) {
        super(message);
    }

    /** Key of the sentence that says why not. */
    public abstract String textKey();

    /** What its sentence leaves open, in that order; may be empty. */
    public List<String> details() {
        return List.of();
    }
}
