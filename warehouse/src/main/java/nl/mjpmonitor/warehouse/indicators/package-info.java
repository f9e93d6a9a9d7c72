/** The indicator catalogue and the one way to ask for figures. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.indicators;
