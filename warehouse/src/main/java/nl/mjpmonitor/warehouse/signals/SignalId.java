package nl.mjpmonitor.warehouse.signals;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Id of a signal. It follows from what the signal is about, so that finding the same again gives the same signal.
 *
 * @param value a UUID, in lower case
 */
public record SignalId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException when the text is no id */
    public SignalId {
        if (!isId(value)) {
            throw new IllegalArgumentException("'" + value + "' is no id of a signal");
        }
    }

    /** Whether a text has the form of an id. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    /** The id of what a rule finds about a subject, in an area and a period. */
    public static SignalId of(String ruleId, String subject, String areaCode, String period) {
        String all = String.join("\n", ruleId, subject, areaCode, period);
        return new SignalId(
                UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
