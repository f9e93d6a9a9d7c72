/** What rules found in the stream. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.signals;
