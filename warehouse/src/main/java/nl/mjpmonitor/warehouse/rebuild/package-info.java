/** Rebuilding what the warehouse derives from its change log, while the stream goes on. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.rebuild;
