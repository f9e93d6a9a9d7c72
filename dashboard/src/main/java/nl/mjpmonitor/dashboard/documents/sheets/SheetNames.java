package nl.mjpmonitor.dashboard.documents.sheets;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives sheets names that all programs accept: short, without the signs of references, and unique whatever their case. */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}\uFFFD]");
    private static final Pattern QUOTES = Pattern.compile("^'+|'+$");

    /** Excel keeps this name for itself. */
    private static final String RESERVED = "history";

    private final Set<String> given = new HashSet<>(Set.of(RESERVED));
    private final String unnamed;

    /** @param unnamed for what has no usable character in its title */
    SheetNames(String unnamed) {
        this.unnamed = unnamed;
    }

    String of(String title) {
        String usable = FORBIDDEN.matcher(SheetText.of(title)).replaceAll(" ").strip();
        String base = cut(QUOTES.matcher(usable).replaceAll("").strip(), LONGEST);
        String name = base.isEmpty() ? unnamed : base;
        for (int number = 2; !given.add(name.toLowerCase(Locale.ROOT)); number++) {
            String suffix = " " + number;
            name = cut(base.isEmpty() ? unnamed : base, LONGEST - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return QUOTES.matcher(text.substring(0, end).strip()).replaceAll("");
    }
}
