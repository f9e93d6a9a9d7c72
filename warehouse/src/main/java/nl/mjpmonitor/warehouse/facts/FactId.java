package nl.mjpmonitor.warehouse.facts;

import java.util.regex.Pattern;

/**
 * Id of a fact: the system and a name in kebab-case, such as {@code ondermijning.case-step}.
 *
 * @param system source system
 * @param name name within the system
 */
public record FactId(String system, String name) implements Comparable<FactId> {

    private static final Pattern FORM = Pattern.compile("([a-z]+)\\.([a-z][a-z0-9]*(?:-[a-z0-9]+)*)");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when they do not form an id
     */
    public FactId {
        if (!FORM.matcher(system + "." + name).matches()) {
            throw new IllegalArgumentException("A fact is named system.name, such as ondermijning.case-step");
        }
    }

    /**
     * Reads {@code system.name}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static FactId parse(String text) {
        int dot = text.indexOf('.');
        return new FactId(text.substring(0, Math.max(0, dot)), text.substring(dot + 1));
    }

    @Override
    public int compareTo(FactId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return system + "." + name;
    }
}
