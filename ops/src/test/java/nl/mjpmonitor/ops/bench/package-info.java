@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.bench;
