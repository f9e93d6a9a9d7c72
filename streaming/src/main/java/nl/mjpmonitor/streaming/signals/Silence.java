package nl.mjpmonitor.streaming.signals;

/**
 * What is kept of a source system to notice its silence.
 *
 * @param lastSignMillis append time of its newest sign, epoch milliseconds
 * @param isSilent whether its silence was reported
 * @param isAwaited whether a timer waits for its next sign
 */
public record Silence(long lastSignMillis, boolean isSilent, boolean isAwaited) {

    static final Silence NONE = new Silence(0, false, false);
}
