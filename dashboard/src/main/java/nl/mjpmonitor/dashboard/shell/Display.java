package nl.mjpmonitor.dashboard.shell;

import java.util.Arrays;

/** How a reader wants the screen to look. */
enum Display {
    /** As the reader's computer is set. */
    SYSTEM("systeem"),
    LIGHT("licht"),
    DARK("donker"),
    CONTRAST("contrast");

    private final String word;

    Display(String word) {
        this.word = word;
    }

    /** The word in the cookie and in the {@code data-weergave} attribute of the page. */
    String word() {
        return word;
    }

    /** {@link #SYSTEM} for any other word. */
    static Display of(String word) {
        return Arrays.stream(values())
                .filter(display -> display.word.equals(word))
                .findFirst()
                .orElse(SYSTEM);
    }
}
