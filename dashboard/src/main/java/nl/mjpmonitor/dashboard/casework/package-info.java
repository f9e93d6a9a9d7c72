/** Where open cases stand, as a reader may see it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.casework;
