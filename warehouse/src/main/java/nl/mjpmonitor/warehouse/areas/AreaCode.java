package nl.mjpmonitor.warehouse.areas;

import java.util.regex.Pattern;

/**
 * Code of an area as CBS writes it: GM and 4, WK and 6 or BU and 8 digits.
 *
 * @param value the code, without padding
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final Pattern FORM = Pattern.compile("GM\\d{4}|WK\\d{6}|BU\\d{8}");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the text is not a code of that form
     */
    public AreaCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An area code is GM + 4, WK + 6 or BU + 8 digits");
        }
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
