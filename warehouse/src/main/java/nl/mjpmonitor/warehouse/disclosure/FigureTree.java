package nl.mjpmonitor.warehouse.disclosure;

import java.util.List;
import java.util.OptionalLong;

/**
 * A figure and the figures that add up to it. They may leave something over, which then counts as a part that is never given but
 * can be calculated.
 *
 * @param <K> what the figure is of: an area or a period
 * @param key what the figure is of
 * @param figure the figure; empty when it is unknown
 * @param isExempt whether it is public whatever its size
 * @param parts what it is made up of, in a fixed order; empty when it is not divided any further
 */
record FigureTree<K>(K key, OptionalLong figure, boolean isExempt, List<FigureTree<K>> parts) {

    FigureTree {
        parts = List.copyOf(parts);
    }

    boolean isKnown() {
        return figure.isPresent();
    }

    /**
     * The figure.
     *
     * @throws java.util.NoSuchElementException when it is unknown
     */
    long known() {
        return figure.orElseThrow();
    }

    List<FigureTree<K>> knownParts() {
        return parts.stream().filter(FigureTree::isKnown).toList();
    }

    /** What is left when the known parts are taken off; 0 when the figure is unknown or not the sum of its parts. */
    long remainder() {
        if (figure.isEmpty()) {
            return 0;
        }
        long sum = 0;
        for (FigureTree<K> part : parts) {
            sum += part.figure.orElse(0);
        }
        return Math.max(0, figure.getAsLong() - sum);
    }
}
