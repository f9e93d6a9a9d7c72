package nl.mjpmonitor.ops.bench;

import java.util.Arrays;
import java.util.Locale;

/** Measured times in milliseconds. */
final class Timings {

    private final long[] sorted;

    Timings(long... millis) {
        sorted = millis.clone();
        Arrays.sort(sorted);
    }

    long p50() {
        return sorted[sorted.length / 2];
    }

    long p95() {
        return sorted[sorted.length * 95 / 100];
    }

    long longest() {
        return sorted[sorted.length - 1];
    }

    /** The cells of a row of a table: how many, p50, p95, longest. */
    String markdown() {
        return String.format(Locale.ROOT, "%d | %d ms | %d ms | %d ms", sorted.length, p50(), p95(), longest());
    }
}
