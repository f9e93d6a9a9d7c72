package nl.mjpmonitor.warehouse.indicators;

import nl.mjpmonitor.warehouse.periods.Period;

/**
 * One period of a series and what is known about it.
 *
 * @param period the period
 * @param value what is known
 * @param marks what a reader must know beside it; {@link PointMarks#NONE} where there is no value
 */
public record IndicatorPoint(Period period, IndicatorValue value, PointMarks marks) {

    /** A point without marks. */
    public static IndicatorPoint of(Period period, IndicatorValue value) {
        return new IndicatorPoint(period, value, PointMarks.NONE);
    }
}
