package nl.mjpmonitor.ops.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what happens, one line an event. */
public interface Progress {

    /** Something about one component or step. */
    void line(String name, String what, String detail);

    /** A sentence of its own. */
    void say(String sentence);

    /** A step that took some time. */
    default void done(String name, String what, Duration time, String detail) {
        line(name, "%-10s %6s".formatted(what, seconds(time)), detail);
    }

    /** Writes to a stream, whole lines at a time. */
    static Progress to(PrintStream stream) {
        return new Progress() {
            @Override
            public void line(String name, String what, String detail) {
                stream.println("  %-12s %-19s %s".formatted(name, what, detail).stripTrailing());
            }

            @Override
            public void say(String sentence) {
                stream.println(sentence);
            }
        };
    }

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void line(String name, String what, String detail) {}

            @Override
            public void say(String sentence) {}
        };
    }

    /** A duration in seconds with one decimal. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
