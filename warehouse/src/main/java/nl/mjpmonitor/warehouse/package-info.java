@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse;
