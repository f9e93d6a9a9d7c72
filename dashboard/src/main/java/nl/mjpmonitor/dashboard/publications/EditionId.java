package nl.mjpmonitor.dashboard.publications;

/**
 * Id of an edition, given by the store.
 *
 * @param value the number
 */
public record EditionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
