package nl.mjpmonitor.warehouse.indicators;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** Written out: figures are looked up by it, and what a record has of itself is slow until it is compiled in full. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IndicatorId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
