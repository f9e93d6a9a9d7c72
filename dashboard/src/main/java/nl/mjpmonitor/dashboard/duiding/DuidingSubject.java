package nl.mjpmonitor.dashboard.duiding;

import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The figure a duiding belongs to.
 *
 * @param indicator the indicator
 * @param area the area
 * @param period the period, as {@link Period#label()} writes it
 */
public record DuidingSubject(IndicatorId indicator, AreaCode area, String period) {

    public static DuidingSubject of(IndicatorId indicator, AreaCode area, Period period) {
        return new DuidingSubject(indicator, area, period.label());
    }

    @Override
    public String toString() {
        return indicator + " " + area + " " + period;
    }
}
