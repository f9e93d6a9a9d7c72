package nl.mjpmonitor.streaming.change;

import org.jspecify.annotations.Nullable;

/** Ends the decoding of a record that breaks a rule. It never leaves the decoder and carries no stack trace. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    Refusal(Violation violation) {
        super(violation.detail(), null, false, false);
        this.violation = violation;
    }

    Violation violation() {
        return violation;
    }

    static void unless(boolean kept, RejectReason reason, String detail) throws Refusal {
        if (!kept) {
            throw new Refusal(new Violation(reason, detail));
        }
    }

    static <T> T unlessPresent(@Nullable T value, RejectReason reason, String detail) throws Refusal {
        if (value == null) {
            throw new Refusal(new Violation(reason, detail));
        }
        return value;
    }
}
