package nl.mjpmonitor.warehouse.facts;

/**
 * The columns with the limits of the 95% interval of a survey result, in its own unit.
 *
 * @param lower column with the lower limit
 * @param upper column with the upper limit
 */
public record MarginColumns(String lower, String upper) {}
