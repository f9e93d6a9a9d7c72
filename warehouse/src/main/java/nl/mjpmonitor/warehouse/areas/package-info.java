/** Areas of the municipality: buurten, wijken, the municipality itself and the remainder. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.areas;
