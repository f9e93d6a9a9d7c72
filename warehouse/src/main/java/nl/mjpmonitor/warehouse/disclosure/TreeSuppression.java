package nl.mjpmonitor.warehouse.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what is given of one tree of figures.
 *
 * <p>From the top down. A withheld figure is not divided: nothing under it is given. The parts of a given figure are given, but
 * for the small ones. Whoever takes the given parts off the total knows the sum of the withheld ones; so the smallest other parts
 * are withheld with them until that sum leaves each enough room. If that does not help, none of the parts is given, zeros not
 * either.
 *
 * <p>Safe because all that is known about the withheld parts of one total is their sum, and that each is at least 1 (0 where zeros
 * are withheld too): each can be anything from there to the sum less what the others need, and that is far enough.
 *
 * <p>The parts of an unknown total are treated as if it were known, because one day it will be.
 */
final class TreeSuppression<K> {

    private final SuppressionRule rule;
    private final Set<K> given = new HashSet<>();
    private final List<Set<K>> blocks = new ArrayList<>();

    private TreeSuppression(SuppressionRule rule) {
        this.rule = rule;
    }

    static <K> GivenFigures<K> of(SuppressionRule rule, FigureTree<K> tree) {
        TreeSuppression<K> suppression = new TreeSuppression<>(rule);
        if (!suppression.isSmall(tree)) {
            if (tree.isKnown()) {
                suppression.given.add(tree.key());
            }
            suppression.divide(tree);
        }
        return new GivenFigures<>(suppression.given, suppression.blocks);
    }

    /** Gives what can be given of the parts of a figure that is itself given or unknown. */
    private void divide(FigureTree<K> total) {
        List<FigureTree<K>> known = total.knownParts();
        if (known.isEmpty() && total.isKnown()) {
            blocks.add(Set.of(total.key()));
        }
        Withheld<K> withheld = withheld(total);
        boolean isSumPublic = total.isKnown() || withheld.isRoomy();
        if (!withheld.keys().isEmpty() && isSumPublic && total.remainder() == 0) {
            blocks.add(withheld.keys());
        }
        for (FigureTree<K> part : known) {
            if (!withheld.keys().contains(part.key())) {
                given.add(part.key());
                divide(part);
            }
        }
    }

    private Withheld<K> withheld(FigureTree<K> total) {
        Hidden hidden = new Hidden(total.remainder());
        total.knownParts().stream().filter(this::isSmall).forEach(hidden::add);
        boolean isNothingSmall = hidden.keys.isEmpty() && (total.remainder() == 0 || !rule.isSmall(total.remainder()));
        if (isNothingSmall || isKnownZero(total)) {
            return new Withheld<>(Set.of(), true);
        }
        List<FigureTree<K>> others = total.knownParts().stream()
                .filter(part -> !part.isExempt() && !hidden.keys.contains(part.key()))
                .sorted(Comparator.comparingLong(FigureTree::known))
                .toList();
        for (FigureTree<K> other : others) {
            if (other.known() > 0 && !hidden.isRoomy(rule.least())) {
                hidden.add(other);
            }
        }
        if (hidden.isRoomy(rule.least())) {
            return new Withheld<>(hidden.keys, true);
        }
        others.forEach(hidden::add);
        return new Withheld<>(hidden.keys, hidden.isRoomy(0));
    }

    /** A public zero, of which all parts are zero. */
    private static boolean isKnownZero(FigureTree<?> total) {
        return total.isKnown() && total.known() == 0;
    }

    private boolean isSmall(FigureTree<K> figure) {
        return !figure.isExempt() && figure.isKnown() && rule.isSmall(figure.known());
    }

    /**
     * Parts of one total that are not given.
     *
     * @param isRoomy whether their sum leaves each of them enough room
     */
    private record Withheld<K>(Set<K> keys, boolean isRoomy) {}

    /** Figures of which only the sum can be known. */
    private final class Hidden {

        private final Set<K> keys = new LinkedHashSet<>();
        private long sum;
        private int count;

        /** Starts with what is left over of the total, which nobody gives. */
        Hidden(long remainder) {
            sum = remainder;
            count = remainder > 0 ? 1 : 0;
        }

        void add(FigureTree<K> figure) {
            if (keys.add(figure.key())) {
                sum += figure.known();
                count++;
            }
        }

        /** Whether each can be so many different things, when all are at least this. */
        boolean isRoomy(int least) {
            return count > 1 && sum - (long) count * least >= rule.widthNeeded();
        }
    }
}
