/** What people see: the screen and the REST interface. It asks {@code warehouse}, never SQL. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard;
