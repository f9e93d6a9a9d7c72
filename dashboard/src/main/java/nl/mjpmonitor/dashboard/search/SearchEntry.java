package nl.mjpmonitor.dashboard.search;

import java.util.List;
import java.util.Locale;

/**
 * One thing that can be found.
 *
 * @param kind what it is
 * @param name its name in the reader's language
 * @param hint where it belongs, such as its theme; may be empty
 * @param otherNames other names it is known by
 * @param address where it is, from the root of the dashboard
 */
record SearchEntry(Kind kind, String name, String hint, List<String> otherNames, String address) {

    SearchEntry {
        otherNames = List.copyOf(otherNames);
    }

    /** In the order in which equally good finds are listed. */
    enum Kind {
        VIEW,
        INDICATOR,
        AREA;

        String className() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
