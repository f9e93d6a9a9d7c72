/** People who look at the dashboard, without a browser: they speak what a browser speaks with the server. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.visitors;
