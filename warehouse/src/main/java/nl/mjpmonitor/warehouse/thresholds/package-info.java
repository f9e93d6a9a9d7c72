/** By which thresholds the stream judges: what they are, who changed them, and which of them it goes by. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.thresholds;
