package nl.mjpmonitor.warehouse.indicators;

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
 */
public record Disclosure(int below, boolean withholdsZero, Set<Level> exempt) {

    /** Withholds nothing. */
    public static final Disclosure OPEN = new Disclosure(0, false, Set.of());

    public Disclosure {
        exempt = Set.copyOf(exempt);
    }

    /** A kind of area and a length of period. */
    public record Level(AreaKind area, PeriodGrain period) {}
}
