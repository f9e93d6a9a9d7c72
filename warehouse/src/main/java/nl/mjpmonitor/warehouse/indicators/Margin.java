package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;

/**
 * The 95% interval of a survey result, in the unit of the indicator.
 *
 * @param lower lower limit
 * @param upper upper limit
 */
public record Margin(BigDecimal lower, BigDecimal upper) {}
