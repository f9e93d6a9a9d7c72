/** Signals: what the warehouse noticed, and what people did with it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.signals;
