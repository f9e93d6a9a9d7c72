package nl.mjpmonitor.streaming.change;

/**
 * Whether the table of a topic waits, since one of its events.
 *
 * @param topic topic of the table
 * @param offset the event that paused it, or the mark that resumed it
 * @param isPaused whether it waits
 */
public record TablePause(String topic, long offset, boolean isPaused) {}
