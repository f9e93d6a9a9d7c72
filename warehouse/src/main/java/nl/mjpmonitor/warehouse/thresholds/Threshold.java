package nl.mjpmonitor.warehouse.thresholds;

/**
 * Something the stream judges by.
 *
 * @param key by which it is set and kept
 * @param lowest that it can be
 * @param highest that it can be
 * @param isChangeable whether it can be changed while the stream runs
 */
public record Threshold(String key, int lowest, int highest, boolean isChangeable) {

    static Threshold changeable(String key, int lowest, int highest) {
        return new Threshold(key, lowest, highest, true);
    }

    /** Whether a value is in its range. */
    public boolean allows(int value) {
        return value >= lowest && value <= highest;
    }
}
