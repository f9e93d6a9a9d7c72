package nl.mjpmonitor.streaming.change;

/**
 * A rule that a row breaks.
 *
 * @param reason kind of rule
 * @param detail column and expectation, never the value
 */
public record Violation(RejectReason reason, String detail) {}
