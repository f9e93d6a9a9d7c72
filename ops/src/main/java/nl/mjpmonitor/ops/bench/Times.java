package nl.mjpmonitor.ops.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Measured times in milliseconds, from the shortest to the longest. */
record Times(List<Double> millis) {

    Times {
        millis = List.copyOf(millis);
    }

    static Times of(Collection<Double> measured) {
        return new Times(measured.stream().sorted().toList());
    }

    /** The smallest time that this share of all does not exceed; not a number when there are none. */
    double quantile(double share) {
        return millis.isEmpty()
                ? Double.NaN
                : millis.get(Math.clamp((int) Math.ceil(share * millis.size()) - 1, 0, millis.size() - 1));
    }

    int count() {
        return millis.size();
    }

    /** Four cells of a table: how many, p50, p95 and the longest. */
    String cells() {
        return String.format(
                Locale.ROOT, "%d | %.0f ms | %.0f ms | %.0f ms", count(), quantile(0.5), quantile(0.95), quantile(1));
    }
}
