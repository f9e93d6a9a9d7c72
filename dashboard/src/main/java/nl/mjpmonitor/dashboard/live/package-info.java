/** Keeps the open pages on the newest figures of the warehouse. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.live;
