package nl.mjpmonitor.dashboard.duiding;

/** Somebody else changed the duiding after it was read. Nothing of the second change has been kept. */
public final class DuidingConflictException extends RuntimeException {

    private final transient Duiding current;

    public DuidingConflictException(Duiding current) {
        super("Duiding " + current.id() + " has version " + current.current().number() + " by now");
        this.current = current;
    }

    /** The duiding as it is by now. */
    public Duiding current() {
        return current;
    }
}
