/** The latest row of every source key, and what changed in it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.row;
