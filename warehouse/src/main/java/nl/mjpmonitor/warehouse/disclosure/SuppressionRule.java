package nl.mjpmonitor.warehouse.disclosure;

import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Which figures of an indicator are too small to give.
 *
 * @param below figures from 1 up to this one are small; 0 or 1 makes none small
 * @param isZeroSmall whether 0 is small as well, because 'nobody' already tells something about persons
 * @param exempt levels at which the municipality itself published the figures; whoever wants to know them does
 */
public record SuppressionRule(int below, boolean isZeroSmall, Set<Level> exempt) {

    /** Makes no figure small. */
    public static final SuppressionRule NONE = new SuppressionRule(0, false, Set.of());

    /** Copies the levels. */
    public SuppressionRule {
        exempt = Set.copyOf(exempt);
    }

    /** Withholds 1 up to {@code below} at every level. */
    public static SuppressionRule below(int below) {
        return new SuppressionRule(below, false, Set.of());
    }

    /** A kind of area and a length of period. */
    public record Level(AreaKind area, PeriodGrain period) {}

    /** Whether it withholds anything at all. */
    public boolean isActive() {
        return below > 1;
    }

    /** Whether a figure is too small to give. */
    public boolean isSmall(long figure) {
        return isActive() && figure < below && (figure > 0 || isZeroSmall);
    }

    /**
     * Whether figures are public at this level. What is published of parts is public of their total, so a level is exempt
     * with every finer one of which it is made up. The remainder follows from the municipality and the wijken.
     */
    public boolean isExempt(AreaKind area, PeriodGrain period) {
        return exempt.stream()
                .anyMatch(level -> size(level.area()) <= size(area) && months(level.period()) <= months(period));
    }

    /**
     * How far apart the highest and the lowest value must lie that a withheld figure can have for whoever knows everything that
     * is given. With it there are {@code below} possible values, as many as small figures and zero together.
     */
    long widthNeeded() {
        return below - 1L;
    }

    /** The least a figure can be that is withheld on its own: zero is given, unless that is small too. */
    int least() {
        return isZeroSmall ? 0 : 1;
    }

    private static int size(AreaKind area) {
        return area == AreaKind.GEMEENTE ? 2 : area == AreaKind.BUURT ? 0 : 1;
    }

    private static int months(PeriodGrain grain) {
        return grain.hasFixedLength() ? grain.months() : Integer.MAX_VALUE;
    }
}
