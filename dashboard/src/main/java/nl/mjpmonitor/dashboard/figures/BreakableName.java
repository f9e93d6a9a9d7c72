package nl.mjpmonitor.dashboard.figures;

import java.util.List;
import java.util.regex.Pattern;

/** Where a long name may be broken: names of buurten are compounds, which are broken before their last part, with a hyphen. */
public final class BreakableName {

    private static final Pattern LAST_PART =
            Pattern.compile("(?<=\\p{L}{5})(?:kwartier|hoven|haven|veld|poort|park)\\b");
    private static final String SOFT_HYPHEN = "\u00ad";
    private static final String HYPHEN = "-";

    private BreakableName() {}

    /** The name with a mark, invisible by itself, at each place where it may be broken. */
    public static String marked(String name) {
        return LAST_PART.matcher(name).replaceAll(SOFT_HYPHEN + "$0");
    }

    /** The parts between which the name may be broken, all but the last with a hyphen; the name itself when there is no such place. */
    public static List<String> parts(String name) {
        return List.of(marked(name).replace(SOFT_HYPHEN, HYPHEN).split("(?<=" + HYPHEN + ")", -1));
    }
}
