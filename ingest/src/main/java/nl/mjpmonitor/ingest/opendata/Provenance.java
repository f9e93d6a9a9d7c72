package nl.mjpmonitor.ingest.opendata;

import java.util.Arrays;
import java.util.Locale;

/** Whether a figure was published or made up to show how the monitor works. */
enum Provenance {
    /** As the source published it. */
    PUBLISHED("published_year"),
    /** Made up. */
    DEMONSTRATION("demonstration");

    /** What the name of a file with figures that are made up begins with. */
    private static final String DEMONSTRATION_PREFIX = "demonstratie-";

    private final String text;

    Provenance(String text) {
        this.text = text;
    }

    /** The name in records, the same as in the municipality's own systems. */
    String text() {
        return text;
    }

    static Provenance ofText(String text) {
        return Arrays.stream(values())
                .filter(provenance -> provenance.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No provenance is called " + text));
    }

    static Provenance ofFile(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(DEMONSTRATION_PREFIX) ? DEMONSTRATION : PUBLISHED;
    }
}
