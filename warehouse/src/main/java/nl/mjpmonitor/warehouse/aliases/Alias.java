package nl.mjpmonitor.warehouse.aliases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Another name for a category or a term.
 *
 * @param text the other name
 * @param kind what it stands for
 * @param code code of the category or term
 * @param name its own name
 * @param note where the documents use the name in another way; may be empty
 */
public record Alias(String text, AliasKind kind, String code, String name, String note) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The alias without what people spell differently: capitals, accents, punctuation and spaces. */
    public String normalized() {
        return normalized(text);
    }

    /** A text without what people spell differently: capitals, accents, punctuation and spaces. */
    public static String normalized(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
