/** Shows in a running chain what the warehouse points out, with reports that are made up for it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.demo;
