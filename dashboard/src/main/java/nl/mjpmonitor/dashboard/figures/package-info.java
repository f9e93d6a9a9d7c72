/** The shared vocabulary of the screen: how a figure, a change, a table and a chart look and read. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.figures;
