package nl.mjpmonitor.warehouse.indicators;

import java.util.regex.Pattern;

/**
 * Id of an indicator: kebab-case Dutch, such as {@code overval-bedrijf}.
 *
 * @param value the id
 */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the text is not kebab-case
     */
    public IndicatorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An indicator id is kebab-case, such as overval-bedrijf");
        }
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
