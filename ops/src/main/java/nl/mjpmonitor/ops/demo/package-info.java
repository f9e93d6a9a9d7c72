/** Shows in a running chain what it does. What a demonstration makes is invented, or marked as made for one. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.demo;
