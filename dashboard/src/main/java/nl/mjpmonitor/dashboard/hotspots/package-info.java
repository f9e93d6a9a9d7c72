/** Potential hotspots as a reader may see them. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.hotspots;
