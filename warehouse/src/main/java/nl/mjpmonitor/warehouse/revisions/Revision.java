package nl.mjpmonitor.warehouse.revisions;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * A figure that changed between two reference dates. Both values are those that anyone may see: what is withheld at one of
 * them stays withheld, and so does the difference.
 *
 * @param indicator the indicator
 * @param area the area
 * @param period the period
 * @param then value at the earlier reference date
 * @param now value at the later one
 * @param knownAt moment from which the warehouse gave the present value, to the minute; empty when no change in a source
 *     explains it
 */
public record Revision(
        IndicatorId indicator,
        AreaCode area,
        Period period,
        IndicatorValue then,
        IndicatorValue now,
        Optional<Instant> knownAt) {

    public RevisionKind kind() {
        if (then instanceof IndicatorValue.Unknown) {
            return RevisionKind.ADDED;
        }
        return now instanceof IndicatorValue.Unknown ? RevisionKind.WITHDRAWN : RevisionKind.RESTATED;
    }

    /** The later value minus the earlier one; empty unless both are there to be seen. */
    public Optional<Long> difference() {
        if (then instanceof Counted before && now instanceof Counted after) {
            return Optional.of(after.count() - before.count());
        }
        return Optional.empty();
    }

    Revision knownAt(Instant moment) {
        return new Revision(indicator, area, period, then, now, Optional.of(moment));
    }
}
