/** The Flink job that turns change events into rows of the warehouse: how it is wired, started and restored. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming;
