package nl.mjpmonitor.warehouse.areas;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code of an area. As CBS writes it: GM and 4, WK and 6 or BU and 8 digits, and NL01 for the country. The project's own:
 * SD (stadsdeel) and LW (LWA area) and 6 digits, and ZL for Zuid-Limburg.
 *
 * @param value the code, without padding
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final Pattern FORM = Pattern.compile("GM\\d{4}|(?:WK|SD|LW)\\d{6}|BU\\d{8}|ZL|NL01");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the text is not a code of that form
     */
    public AreaCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException(
                    "An area code is GM + 4, WK, SD or LW + 6 or BU + 8 digits, or ZL or NL01");
        }
    }

    static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /** Written out: figures are looked up by it, and what a record has of itself is slow until it is compiled in full. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AreaCode code && value.equals(code.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
