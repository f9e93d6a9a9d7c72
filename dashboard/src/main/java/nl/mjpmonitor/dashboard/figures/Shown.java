package nl.mjpmonitor.dashboard.figures;

import java.util.Optional;

/**
 * What a part of a page shows. When one figure changes most of the page stays what it was: that is not made, sent and drawn again.
 *
 * @param <T> what it shows; two that are equal look the same
 */
public final class Shown<T> {

    private Optional<T> content = Optional.empty();

    /** What it shows; empty before the first. */
    public Optional<T> now() {
        return content;
    }

    /** Has it shown when it is something else than before. */
    public void ifOther(T next, Runnable show) {
        Optional<T> other = Optional.of(next);
        if (!content.equals(other)) {
            content = other;
            show.run();
        }
    }
}
