/** Years, quarters and months, and the windows over months: year to date, rolling year and span. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.periods;
