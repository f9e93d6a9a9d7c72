package nl.mjpmonitor.warehouse.indicators;

import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Which small numbers of an indicator are withheld.
 *
 * @param below numbers from 1 up to this one are withheld; 0 withholds none
 * @param exempt levels at which the municipality itself published the figure; nothing is withheld there
 */
public record Disclosure(int below, Set<Level> exempt) {

    /** Withholds nothing. */
    public static final Disclosure OPEN = new Disclosure(0, Set.of());

    public Disclosure {
        exempt = Set.copyOf(exempt);
    }

    /** A kind of area and a length of period. */
    public record Level(AreaKind area, PeriodGrain period) {}

    /** Whether small numbers are withheld at this level. */
    public boolean protects(AreaKind area, PeriodGrain period) {
        return below > 0 && !exempt.contains(new Level(area, period));
    }
}
