package nl.mjpmonitor.dashboard.publications;

/** Somebody else changed the edition after it was read. Nothing of the second change has been kept. */
public final class EditionConflictException extends RuntimeException {

    private final transient Edition current;

    public EditionConflictException(Edition current) {
        super("Edition " + current.id() + " has version " + current.version() + " by now");
        this.current = current;
    }

    /** The edition as it is by now. */
    public Edition current() {
        return current;
    }
}
