package nl.mjpmonitor.dashboard.review;

/** Somebody else changed the agenda after it was read. Nothing of the second change has been kept. */
final class AgendaConflictException extends RuntimeException {

    private final transient Agenda current;

    AgendaConflictException(Agenda current) {
        super("The agenda of " + current.key() + " has version " + current.number() + " by now");
        this.current = current;
    }

    /** The agenda as it is by now. */
    Agenda current() {
        return current;
    }
}
