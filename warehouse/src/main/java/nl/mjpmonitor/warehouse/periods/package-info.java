/** Years, quarters and months. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.periods;
