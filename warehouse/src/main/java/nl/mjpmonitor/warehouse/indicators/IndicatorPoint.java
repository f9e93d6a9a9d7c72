package nl.mjpmonitor.warehouse.indicators;

import nl.mjpmonitor.warehouse.periods.Period;

/** One period of a series and what is known about it. */
public record IndicatorPoint(Period period, IndicatorValue value) {}
