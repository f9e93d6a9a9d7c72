package nl.mjpmonitor.warehouse.disclosure;

import java.util.List;
import java.util.Set;

/**
 * What is given of a {@link FigureTree}.
 *
 * @param <K> what a figure is of
 * @param given figures that are given
 * @param blocks the finest sums that may be known, which have no part in common: a figure by itself, or figures that are
 *     withheld one by one while their sum is known. Any sum of whole blocks tells nothing new
 */
record GivenFigures<K>(Set<K> given, List<Set<K>> blocks) {

    GivenFigures {
        given = Set.copyOf(given);
        blocks = blocks.stream().map(Set::copyOf).toList();
    }

    boolean isGiven(K key) {
        return given.contains(key);
    }
}
