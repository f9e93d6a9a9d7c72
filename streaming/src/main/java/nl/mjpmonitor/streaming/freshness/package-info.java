/** How far the stream has come with each source system. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.freshness;
