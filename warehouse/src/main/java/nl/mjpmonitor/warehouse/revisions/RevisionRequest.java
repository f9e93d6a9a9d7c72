package nl.mjpmonitor.warehouse.revisions;

import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Asks what was revised between two reference dates.
 *
 * @param indicators the indicators; empty for all
 * @param area the area
 * @param from first period
 * @param to last period, of the same length and not before the first
 * @param then the earlier reference date
 * @param now the later one
 * @param includesAdded whether figures that were unknown then are listed too
 */
public record RevisionRequest(
        List<IndicatorId> indicators,
        AreaCode area,
        Period from,
        Period to,
        Instant then,
        Instant now,
        boolean includesAdded) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the periods or the reference dates are not in order
     */
    public RevisionRequest {
        indicators = List.copyOf(indicators);
        if (from.grain() != to.grain() || to.compareTo(from) < 0) {
            throw new IllegalArgumentException("The periods must be of one length and in order");
        }
        if (!then.isBefore(now)) {
            throw new IllegalArgumentException("The earlier reference date must lie before the later one");
        }
    }
}
