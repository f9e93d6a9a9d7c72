package nl.mjpmonitor.warehouse.indicators;

import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Which small numbers of an indicator are withheld.
 *
 * @param below numbers from 1 up to this one are withheld, and others from which they would follow; 0 withholds none
 * @param withholdsZero whether 0 is withheld as well, because 'nobody' already tells something about persons
 * @param exempt levels at which the municipality itself published the figure; nothing is withheld there, nor at the coarser
 *     levels that it adds up to
 * @param partOf the indicator of which this one and others are the parts, when they add up to it; then it is given at the exempt
 *     levels only, because elsewhere it would follow from the whole and the other parts
 */
public record Disclosure(int below, boolean withholdsZero, Set<Level> exempt, Optional<IndicatorId> partOf) {

    /** Withholds nothing. */
    public static final Disclosure OPEN = new Disclosure(0, Set.of());

    public Disclosure {
        exempt = Set.copyOf(exempt);
    }

    /** Gives zeros, and is no part of another. */
    public Disclosure(int below, Set<Level> exempt) {
        this(below, false, exempt, Optional.empty());
    }

    /** A kind of area and a length of period. */
    public record Level(AreaKind area, PeriodGrain period) {}
}
