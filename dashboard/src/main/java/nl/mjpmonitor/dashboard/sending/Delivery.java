package nl.mjpmonitor.dashboard.sending;

/** What came of an attempt to send. */
sealed interface Delivery {

    /** The mail server answers for it. */
    record Accepted(String answer) implements Delivery {}

    /** The mail server refuses it for good. */
    record Refused(int code, String answer) implements Delivery {}

    /** It did not go, and may go later. */
    record Deferred(String answer) implements Delivery {}

    /** The connection broke between the end of the mail and the answer: it may have arrived (RFC 1047). */
    record Uncertain(String answer) implements Delivery {}
}
