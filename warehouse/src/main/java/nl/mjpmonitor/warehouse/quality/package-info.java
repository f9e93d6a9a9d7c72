/** How fresh and how complete the warehouse is. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.quality;
