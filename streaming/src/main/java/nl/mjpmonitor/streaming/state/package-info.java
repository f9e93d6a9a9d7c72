/** State as operators use it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.state;
