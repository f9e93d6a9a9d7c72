package nl.mjpmonitor.dashboard.review;

import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/**
 * A figure that a source states otherwise than it did when the last Maandbeeld was established.
 *
 * @param indicator the indicator
 * @param then as it was
 * @param now as it is
 */
record Restatement(Indicator indicator, IndicatorPoint then, IndicatorPoint now) {}
