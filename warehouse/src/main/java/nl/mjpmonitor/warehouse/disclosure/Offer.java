package nl.mjpmonitor.warehouse.disclosure;

import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * At which levels an indicator has figures.
 *
 * @param areas kinds of area
 * @param grains years, quarters, months
 * @param addsUp whether the figure of an area is the sum of its parts, and that of a period the sum of its months
 */
public record Offer(Set<AreaKind> areas, Set<PeriodGrain> grains, boolean addsUp) {

    /** Copies the levels. */
    public Offer {
        areas = Set.copyOf(areas);
        grains = Set.copyOf(grains);
    }
}
