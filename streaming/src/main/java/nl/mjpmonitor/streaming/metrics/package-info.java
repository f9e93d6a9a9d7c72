/** How an embedded job tells its metrics. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.metrics;
