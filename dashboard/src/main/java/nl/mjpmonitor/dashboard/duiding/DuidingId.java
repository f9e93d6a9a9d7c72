package nl.mjpmonitor.dashboard.duiding;

/**
 * Id of a duiding, given by the store.
 *
 * @param value the number
 */
public record DuidingId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
