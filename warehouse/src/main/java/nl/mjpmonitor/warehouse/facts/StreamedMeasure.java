package nl.mjpmonitor.warehouse.facts;

/**
 * How the stream names what it counted: a prefix and the value of one category, such as {@code politie.} and the police
 * class.
 *
 * @param prefix start of the name, with the dot
 * @param category column of the category
 */
public record StreamedMeasure(String prefix, String category) {

    /** Reads {@code prefix.{column}}. */
    static StreamedMeasure parse(String template) {
        int brace = template.indexOf('{');
        return new StreamedMeasure(template.substring(0, brace), template.substring(brace + 1, template.length() - 1));
    }

    /** The measure of one value, such as {@code politie.A40}. */
    public String of(String value) {
        return prefix + value;
    }
}
