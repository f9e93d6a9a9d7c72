package nl.mjpmonitor.warehouse.statistics;

/**
 * A run rule that fired.
 *
 * @param rule which one
 * @param direction high or rising, or low or falling
 * @param first index of the first point of the pattern
 * @param last index of the point at which the rule fired
 */
public record RunFinding(RunRule rule, Direction direction, int first, int last) {

    /** Whether the point is part of the pattern. */
    public boolean covers(int index) {
        return first <= index && index <= last;
    }

    /** Number of points in the pattern. */
    public int length() {
        return last - first + 1;
    }
}
