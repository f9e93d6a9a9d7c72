package nl.mjpmonitor.ingest.opendata;

import java.util.Arrays;

/** How a figure is meant to be taken. */
enum Qualifier {
    EXACTLY("exactly"),
    AT_LEAST("at_least"),
    AT_MOST("at_most"),
    ABOUT("about");

    private final String text;

    Qualifier(String text) {
        this.text = text;
    }

    /** The name in records. */
    String text() {
        return text;
    }

    static Qualifier ofText(String text) {
        return Arrays.stream(values())
                .filter(qualifier -> qualifier.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No qualifier is called " + text));
    }
}
